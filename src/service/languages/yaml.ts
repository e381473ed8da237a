import type { Names } from '../names';
import type { ApiReference } from './apiReference';
import type { InnerMention } from './inner';
import type { CallPlace } from './callPlace';
import type { CompletionPlace } from './completionPlace';
import { configurationReference } from './configuration';
import { configurationPlace } from './configurationPlace';
import { dbtCallPlace } from './jinja/call';
import { statelessLanguage } from './dataLanguage';
import type { ToolMention } from './language';
import { scriptComment } from './shell/script';
import { quotedHashComment } from './text/comments';
import { lineAt } from './text/lines';
import type { Span } from './text/span';
import { besideAt } from './yaml/beside';
import { ancestryOf } from './yaml/climb';
import { isCommand, yamlCommandMention } from './yaml/commands';
import { dbtCallIn } from '../dbt/call';
import { dbtNameAt } from './jinja/dbt';
import { dbtKeyMention } from './yaml/dbt';
import { dbtPlace } from './yaml/dbtPlace';
import { dbtReference, isDbtKind } from './yaml/dbtReference';
import { testAt } from './yaml/dbtTests';
import { yamlKind, type YamlKind } from './yaml/kind';
import { openedScalar, pathOf, yamlPlaceAt } from './yaml/place';
import { ruleMention } from './yaml/rules';
import { scalarWord } from './yaml/scalar';
import { scheduleAt } from './yaml/schedule';

function yamlMention(text: string, offset: number, names: Names, path: string): ToolMention | null {
  const place = yamlPlaceAt(text, offset);
  const word = place && scalarWord(text, place.scalar);
  if (!place || !word) return null;
  const kindOf = () => yamlKind(path, text);
  return (
    ruleMention(place, word, kindOf, offset, names) ??
    dbtKeyMention(place, word, kindOf, text, offset, names) ??
    yamlCommandMention(place, text, kindOf, offset, names)
  );
}

/** A comment of the file's own, or one in a script that stands in a block of text; a `#` elsewhere in one is text. */
function yamlComment(text: string, offset: number): Span | null {
  const line = lineAt(text, offset);
  if (!line) return null;
  const { elements, opener } = ancestryOf(text, line);
  if (!opener || opener.kind === 'flow' || opener.kind === 'plain') return quotedHashComment(text, offset);
  const scalar = isCommand(pathOf(elements)) ? openedScalar(text, opener, offset) : null;
  const script = scalar && scalar.style !== 'folded' ? scalarWord(text, scalar) : null;
  return script && scriptComment(script, offset);
}

const configuration = configurationReference('yaml', yamlComment);

function yamlReference(text: string, offset: number, path: string): ApiReference | null {
  const option = configuration(text, offset, path);
  if (option) return option;
  const kind = keptKind(path, text);
  if (!isDbtKind(kind) || quotedHashComment(text, offset)) return null;
  const place = yamlPlaceAt(text, offset);
  const word = place && scalarWord(text, place.scalar);
  return place && word && dbtReference(place, word, kind, text, offset, path);
}

function yamlInner(text: string, offset: number, path: string): InnerMention | null {
  return dbtNameIn(text, offset, path) ?? dbtTestIn(text, offset, path) ?? scheduleIn(text, offset, path);
}

/** A generic test that the project may define itself, or one of its arguments. */
function dbtTestIn(text: string, offset: number, path: string): InnerMention | null {
  if (keptKind(path, text) !== 'dbtResource' || quotedHashComment(text, offset)) return null;
  const place = yamlPlaceAt(text, offset);
  const word = place?.rooted ? scalarWord(text, place.scalar) : null;
  if (!place || !word || word.text === '') return null;
  const start = word.at(0);
  const test = testAt(place.path, place.part, word.text, besideAt(text, start));
  return test && { kind: 'dbtCall', call: { kind: 'test', ...test }, start, end: word.at(word.text.length - 1) + 1 };
}

/** `to: ref('orders')`, which dbt reads without braces, and calls in Jinja. */
function dbtNameIn(text: string, offset: number, path: string): InnerMention | null {
  const line = lineAt(text, offset);
  if (!line || !/\b(?:ref|source)\s*\(/.test(text.slice(line.start, line.end))) return null;
  if (quotedHashComment(text, offset) || !isDbtKind(keptKind(path, text))) return null;
  const place = yamlPlaceAt(text, offset);
  const word = place?.part === 'value' ? scalarWord(text, place.scalar) : null;
  if (!word || word.text === '') return null;
  const start = word.at(0);
  if (/\{[{%]/.test(word.text)) return dbtNameAt(text, offset, start);
  const found = dbtCallIn(word.text, offset - start);
  return found && { kind: 'dbtCall', call: found.call, start: start + found.start, end: start + found.end };
}

/** The schedule of a Databricks job. */
function scheduleIn(text: string, offset: number, path: string): InnerMention | null {
  // the kind of a large file takes longer to tell than whether the word stands on the line
  const line = lineAt(text, offset);
  if (!line || !text.slice(line.start, line.end).includes('quartz_cron_')) return null;
  if (quotedHashComment(text, offset) || keptKind(path, text) !== 'bundle') return null;
  const place = yamlPlaceAt(text, offset);
  const word = place && scalarWord(text, place.scalar);
  return place && word && scheduleAt(place, word, text, offset);
}

const keys = configurationPlace('yaml', yamlComment);

function yamlPlace(text: string, offset: number, path: string, trigger?: string): CompletionPlace | null {
  const option = keys(text, offset, path, trigger);
  if (option) return option;
  const kind = keptKind(path, text);
  return isDbtKind(kind) ? dbtPlace(text, offset, path, kind, trigger) : null;
}

function yamlCall(text: string, offset: number, path: string): CallPlace | null {
  const line = lineAt(text, offset);
  if (!line || !/\{[{%]/.test(text.slice(line.start, offset)) || !isDbtKind(keptKind(path, text))) return null;
  return quotedHashComment(text, offset) ? null : dbtCallPlace(text, offset, path, line.start);
}

let last: { path: string; text: string; kind: YamlKind } | undefined;

/** The kind of the document that was asked about last is kept: it takes longer to tell than all the rest. */
function keptKind(path: string, text: string): YamlKind {
  if (last?.path !== path || last.text !== text) last = { path, text, kind: yamlKind(path, text) };
  return last.kind;
}

/** YAML by kind of file and path of keys: conda, Compose, CI, Kubernetes, dbt, Databricks bundles. */
export const yaml = statelessLanguage(yamlMention, yamlComment, yamlReference, {
  findInner: yamlInner,
  findPlace: yamlPlace,
  findCall: yamlCall,
});

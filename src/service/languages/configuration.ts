import type { ApiReference, FindReference } from './apiReference';
import { lineAt } from './text/lines';
import type { Span } from './text/span';

/** How far to each side of the caret a name may reach. */
const longest = 160;

/** What the text before and after a key must look like, for the key to be one that is set or read there. */
export interface Around {
  before: RegExp;
  after: RegExp;
}

export const onCommandLine: Around = { before: /--conf["',\s\\=-]*$/, after: /^(?:=|["']?\s*$)/ };
/** `'spark.x': '1'`, also in the flow style of YAML. */
const yamlKey: Around = { before: /(?:^|[\n{,])[ \t]*(?:- )?["']?$/, after: /^["']?[ \t]*:(?:\s|$)/ };
const jsonKey: Around = { before: /[{,]\s*"$/, after: /^"\s*:/ };
const terraformKey: Around = { before: /(?:^|[\n{,])[ \t]*"$/, after: /^"\s*[=:](?!=)/ };
const propertiesKey: Around = { before: /(?:^|\n)[ \t]*$/, after: /^[ \t]*(?:[=:]|[ \t]\S)/ };
const sqlSet: Around = { before: /(?:^|[\n;])\s*(?:re)?set\s+`?$/i, after: /^`?\s*(?:=|;|\n|\r|$)/ };

/** Where the keys of Spark's configuration stand in each kind of file. */
export const places = {
  dockerfile: [onCommandLine],
  json: [jsonKey],
  settings: [propertiesKey],
  shell: [onCommandLine],
  sql: [sqlSet],
  terraform: [terraformKey],
  yaml: [yamlKey, onCommandLine],
} satisfies Record<string, Around[]>;

/** Keys of Spark's configuration and of Airflow's environment in a kind of file, outside of its comments. */
export function configurationReference(
  file: keyof typeof places,
  commentAt: (text: string, offset: number) => Span | null,
): FindReference {
  return (text, offset, path) => {
    const found =
      sparkKey(text, offset, places[file]) ??
      (file === 'sql' ? null : airflowVariable(text, offset)) ??
      (file === 'settings' ? airflowOption(text, offset, path) : null);
    return found && !commentAt(text, offset) ? found : null;
  };
}

/** A key of Spark's that is set or read at an offset, by what stands around it in a kind of file. */
export function sparkKeyIn(file: keyof typeof places, text: string, offset: number): ApiReference | null {
  return sparkKey(text, offset, places[file]);
}

export function wordAt(text: string, offset: number, part: RegExp): Span | null {
  let start = offset;
  let end = offset;
  while (start > 0 && offset - start < longest && part.test(text.charAt(start - 1))) start--;
  while (end < text.length && end - offset < longest && part.test(text.charAt(end))) end++;
  return start < end ? { start, end } : null;
}

function sparkKey(text: string, offset: number, around: readonly Around[]): ApiReference | null {
  const word = wordAt(text, offset, /[\w.-]/);
  const name = word && text.slice(word.start, word.end);
  if (!word || !name?.startsWith('spark.')) return null;
  const before = text.slice(Math.max(0, word.start - 80), word.start);
  const after = text.slice(word.end, word.end + 40);
  const fits = around.some((one) => one.before.test(before) && one.after.test(after));
  return fits ? { ...word, names: [{ section: 'spark-conf/keys', name }] } : null;
}

/** `AIRFLOW__CORE__EXECUTOR`: nothing else has such a name. */
function airflowVariable(text: string, offset: number): ApiReference | null {
  const word = wordAt(text, offset, /\w/);
  const found = word && /^AIRFLOW__([A-Z][A-Z0-9_]*?)__([A-Z0-9_]+)$/.exec(text.slice(word.start, word.end));
  return found ? { ...word, names: optionNames(found[1] ?? '', found[2] ?? '') } : null;
}

/** Sections may have a dot, which a variable cannot. */
function optionNames(section: string, key: string): ApiReference['names'] {
  const sections = new Set([section.toLowerCase(), section.toLowerCase().replace('_', '.')]);
  return [...sections].map((one) => ({ section: 'airflow/options', name: `${one}.${key.toLowerCase()}` }));
}

/** `executor = …` below `[core]` in `airflow.cfg`. */
function airflowOption(text: string, offset: number, path: string): ApiReference | null {
  if (!isAirflowConfiguration(path)) return null;
  const line = lineAt(text, offset);
  const key = line && /^([a-z]\w*)[ \t]*[=:]/.exec(text.slice(line.start, line.end))?.[1];
  if (!key || offset > line.start + key.length) return null;
  const section = airflowSection(text, line);
  if (section === undefined) return null;
  return {
    start: line.start,
    end: line.start + key.length,
    names: [{ section: 'airflow/options', name: `${section}.${key}` }],
  };
}

export function isAirflowConfiguration(path: string): boolean {
  return /(?:^|\/)[^/]*airflow[^/]*\.cfg$/.test(path);
}

/** The section that a line of `airflow.cfg` belongs to. */
export function airflowSection(text: string, line: Span): string | undefined {
  const above = text.slice(Math.max(0, line.start - 64 * 1024), line.start);
  return [...above.matchAll(/^\[([\w.]+)\]/gm)].at(-1)?.[1];
}

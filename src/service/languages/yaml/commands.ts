import type { Names } from '../../names';
import type { ToolMention } from '../language';
import { argumentsMention, scriptMention } from '../shell/script';
import type { Word } from '../text/word';
import type { YamlKind } from './kind';
import type { YamlPlace } from './place';
import { scalarWord } from './scalar';

/** Keys whose text is a shell script, and whose list is one command a line. */
const scriptKeys = new Set(
  'run script before_script after_script commands cmds cmd bash sh inlineScript bash_command'.split(' '),
);

/** Keys whose text is a command line, and whose list is one command with its arguments. */
const argumentKeys = new Set('command entrypoint args'.split(' '));

/** Kinds of file in which these keys can hold nothing but commands. */
const surely: ReadonlySet<YamlKind> = new Set<YamlKind>(['compose', 'github', 'gitlab', 'kubernetes']);

/** Keys that hold nothing but commands in any file. */
const clearKeys = new Set('run before_script after_script commands cmds inlineScript bash_command'.split(' '));

/** Options, pipes, variables, paths of files, or a command with a hyphen in its name. */
const shellWords = /(?:^|\s)--?[A-Za-z]|&&|[|;$]|\.(?:py|sh|sql|jar|ya?ml)\b|^[a-z]+-[a-z]/;

/** The key of a place, or of the sequence that it is in. */
function lastKey(path: readonly string[]): string {
  return path.filter((segment) => segment !== '[]').at(-1) ?? '';
}

function commandKey(path: readonly string[]): 'script' | 'arguments' | null {
  const key = lastKey(path);
  if (scriptKeys.has(key)) return 'script';
  const isHealthCheck = key === 'test' && path.includes('healthcheck');
  return argumentKeys.has(key) || isHealthCheck ? 'arguments' : null;
}

export function isCommand(path: readonly string[]): boolean {
  return commandKey(path) !== null;
}

/** A command in a `run:`, `command:`, `script:` and the like, as text or as a list. */
export function yamlCommandMention(
  place: YamlPlace,
  text: string,
  kindOf: () => YamlKind,
  offset: number,
  names: Names,
): ToolMention | null {
  const key = place.part === 'value' ? commandKey(place.path) : null;
  const word = key && scalarWord(text, place.scalar);
  if (!word) return null;
  const entries = place.path.at(-1) === '[]' ? place.entries.map((entry) => scalarWord(text, entry)) : [];
  const words = entries.filter((entry) => entry !== null);
  if (key === 'arguments' && isArgumentList(place, words)) {
    return isClear(place, words, kindOf) ? argumentsMention(withoutMarker(words), offset, names) : null;
  }
  return isClear(place, [word], kindOf) ? scriptMention(word, offset, names) : null;
}

/** A list is one command unless its first entry is a whole command line, or the place is a block of text. */
function isArgumentList(place: YamlPlace, words: readonly Word[]): boolean {
  const first = words[0]?.text.trim() ?? '';
  return first !== '' && !/\s/.test(first) && place.scalar.style !== 'literal' && place.scalar.style !== 'folded';
}

/** A health check's list starts with how to run it. */
function withoutMarker(words: readonly Word[]): readonly Word[] {
  const marker = words[0]?.text;
  if (marker === 'CMD') return words.slice(1);
  if (marker !== 'CMD-SHELL') return words;
  return [{ text: 'sh', at: () => -1 }, { text: '-c', at: () => -1 }, ...words.slice(1)];
}

/** Elsewhere a text counts as a command only if it looks like one: `command: airflow 200` is no workflow. */
function isClear(place: YamlPlace, words: readonly Word[], kindOf: () => YamlKind): boolean {
  const text = words.map((word) => word.text.trim()).join(' ');
  if (clearKeys.has(lastKey(place.path)) && /[\s-]/.test(text)) return true;
  return shellWords.test(text) || place.path.includes('run') || surely.has(kindOf());
}

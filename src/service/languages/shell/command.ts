import type { Names } from '../../names';
import type { ToolMention } from '../language';
import { coordinatesMention } from '../text/coordinates';
import { mentionIn, touchesWord, type Word } from '../text/word';
import { containerImage } from './containers';
import { installedPackage } from './installers';
import { skipOptions } from './options';
import { wrappedCommand } from './wrappers';

const assignment = /^[A-Za-z_]\w*\+?=/;
const shells = /^(?:.*\/)?(?:ba|z|k|da|a)?sh$|^su$/;

/** More wrappers than this around a command are not written by people. */
const mostWrappers = 8;

/** Reads a script that a command hands to a shell. Given in, since scripts are made of commands. */
export type ReadScript = (script: Word) => ToolMention | null;

/**
 * The tool's name under the caret in one command with its arguments: the command itself, the command it wraps,
 * a package it installs, an image it runs, or a script handed to a shell.
 */
export function commandMention(
  words: readonly Word[],
  offset: number,
  names: Names,
  readScript: ReadScript,
): ToolMention | null {
  let index = 0;
  for (let depth = 0; depth < mostWrappers; depth++) {
    while (assignment.test(words[index]?.text ?? '')) index++;
    if (index >= words.length || isAssigned(words, index)) return null;
    const mention =
      headMention(words, index, offset, names) ??
      installedPackage(words, index, offset, names) ??
      containerImage(words, index, offset, names) ??
      sparkPackages(words, offset, names) ??
      shellArgument(words, index, offset, readScript);
    if (mention) return mention;
    const next = wrappedCommand(words, index);
    if (next === null) return null;
    index = next;
  }
  return null;
}

/** `airflow = 3` is another language in the place of a script. */
function isAssigned(words: readonly Word[], index: number): boolean {
  return /^[-+*/:]?=+$/.test(words[index + 1]?.text ?? '');
}

/** The command, in the table's one or two words: `aws s3` before `aws`. */
function headMention(words: readonly Word[], index: number, offset: number, names: Names): ToolMention | null {
  const head = words[index];
  const from = head && commandStart(head.text);
  if (!head || from === undefined) return null;
  const name = head.text.slice(from);
  const subIndex = skipOptions(words, index + 1, (option) => option.startsWith('--') && !option.includes('='));
  const sub = words[subIndex];
  const both = sub && names.exact('commands', `${name} ${sub.text}`);
  if (!sub || both === undefined) return mentionIn(head, from, head.text.length, commandTool(names, name), offset);
  if (subIndex === index + 1) return joined(head, from, sub, both, offset);
  return mentionIn(head, from, head.text.length, both, offset) ?? mentionIn(sub, 0, sub.text.length, both, offset);
}

function joined(head: Word, from: number, sub: Word, toolId: string, offset: number): ToolMention | null {
  const start = head.at(from);
  const end = sub.at(sub.text.length - 1) + 1;
  return start <= offset && offset <= end ? { start, end, toolId } : null;
}

function commandTool(names: Names, name: string): string | undefined {
  return names.exact('commands', name) ?? names.exact('commands', name.replace(/\.(?:sh|cmd|exe)$/, ''));
}

/** Where the command's own name starts in its path; undefined for a file of the project's own, such as `./airflow`. */
function commandStart(text: string): number | undefined {
  const slash = text.lastIndexOf('/');
  if (slash < 0) return 0;
  const folder = text.slice(0, slash);
  return /(?:^|\/)s?bin$/.test(folder) || /^\$\{?\w+\}?$/.test(folder) ? slash + 1 : undefined;
}

/** `--packages group:artifact:version,…` and `--conf spark.jars.packages=…`. */
function sparkPackages(words: readonly Word[], offset: number, names: Names): ToolMention | null {
  const index = words.findIndex((word) => touchesWord(word, offset));
  const word = words[index];
  if (!word) return null;
  const isList = words[index - 1]?.text === '--packages' || /^(?:--packages|.*spark\.jars\.packages)=/.test(word.text);
  return isList ? coordinatesMention(word, offset, names) : null;
}

/** `bash -c "dbt run && dbt test"`: the word after `-c` is a script of its own. */
function shellArgument(
  words: readonly Word[],
  index: number,
  offset: number,
  readScript: ReadScript,
): ToolMention | null {
  if (!shells.test(words[index]?.text ?? '')) return null;
  const option = words.findIndex((word, at) => at > index && /^-[a-z]*c$/.test(word.text));
  const script = option < 0 ? undefined : words[option + 1];
  return script && touchesWord(script, offset) ? readScript(script) : null;
}

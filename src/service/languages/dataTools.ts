import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Names } from '../names';
import { ownText } from '../ownText';
import type { DataLanguage } from './dataLanguage';
import { normalisePackage } from './text/packages';
import { uriMention } from './uris';

/** How much of a document is searched. */
const headLength = 64 * 1024;

/** How often the same word is looked at: it may stand in a comment first. */
const mostLooks = 4;

const wordPattern = /[A-Za-z][\w.-]*/g;

/** How far a name in that part may depend on what follows it, and then some: scalars, scripts and tags have an end. */
const tailLength = 192 * 1024;

/** Most answers of the cheap test that are kept. */
const mostAnswers = 20_000;

/** The tools that data files name other than in prose, so that a short name in their comments is certain. */
export class DataTools {
  readonly #language: DataLanguage;
  readonly #kept = new Map<string, { read: string; tools: Set<string> }>();
  readonly #answers = new Map<string, boolean>();

  constructor(language: DataLanguage) {
    this.#language = language;
  }

  /** They are looked for anew only where something changed in the part of the file that is searched. */
  in(document: TextDocument, names: Names): Set<string> {
    const read = document.getText().slice(0, headLength + tailLength);
    const kept = this.#kept.get(document.uri);
    if (kept?.read === read) return kept.tools;
    const tools = toolsInData(this.#language, document, names, this.#answers);
    this.#kept.set(document.uri, { read: ownText(read), tools });
    if (this.#answers.size > mostAnswers) this.#answers.clear();
    return tools;
  }

  forget(uri: string): void {
    this.#kept.delete(uri);
  }
}

/** Every tool that a data file names. `answers`: what the cheap test said of words before. */
export function toolsInData(
  language: DataLanguage,
  document: TextDocument,
  names: Names,
  answers = new Map<string, boolean>(),
): Set<string> {
  const tools = new Set<string>();
  const looks = new Map<string, number>();
  const head = document.getText().slice(0, headLength);
  for (const { 0: word, index } of head.matchAll(wordPattern)) {
    const looked = looks.get(word) ?? 0;
    if (looked >= mostLooks || !mayName(names, head, word, index, answers)) continue;
    const mention = language.mentionAt(document, index, { names }) ?? uriMention(document.getText(), index, names);
    if (mention) tools.add(mention.toolId);
    looks.set(word, mention ? mostLooks : looked + 1);
  }
  return tools;
}

/** A cheap test that keeps the real question to a few words of a file. */
function mayName(names: Names, text: string, word: string, index: number, answers: Map<string, boolean>): boolean {
  const end = index + word.length;
  if (text.startsWith('://', end)) return true;
  const owned = word + (text.charAt(end) === '/' ? (ownerPattern.exec(text.slice(end, end + 64))?.[0] ?? '') : '');
  let answer = answers.get(owned);
  if (answer === undefined) {
    answer = isKnown(names, word, owned.toLowerCase());
    answers.set(ownText(owned), answer);
  }
  return answer;
}

const ownerPattern = /^\/[\w.-]+/;

/** Whether the tables may have a word; `owned` is the word, lower case, with what it owns: `apache/airflow`. */
function isKnown(names: Names, word: string, owned: string): boolean {
  return (
    names.exact('pypi', normalisePackage(word)) !== undefined ||
    names.exact('images', owned) !== undefined ||
    names.wildcard('dbtPackages', owned) !== undefined ||
    names.exact('dbtAdapters', word.toLowerCase()) !== undefined ||
    names.exact('bundleKeys', word) !== undefined ||
    (word.includes('_') && names.wildcard('terraformResources', word) !== undefined) ||
    /^(?:ref|source|config|is_incremental|model-paths|bundle)$/.test(word) ||
    isCommand(names, word) ||
    isGroup(word)
  );
}

function isCommand(names: Names, word: string): boolean {
  return names.startingWith('commands', word.charAt(0)).some(([name]) => name === word || name.startsWith(`${word} `));
}

/** The group of a Maven artifact: a domain from right to left. */
function isGroup(word: string): boolean {
  return /^(?:org|com|io|net|dev|software)\.[\w.-]+$/.test(word);
}

import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Names } from '../names';
import type { DataLanguage } from './dataLanguage';
import { normalisePackage } from './text/packages';
import { uriMention } from './uris';

/** How much of a document is searched. */
const headLength = 64 * 1024;

/** How often the same word is looked at: it may stand in a comment first. */
const mostLooks = 4;

const wordPattern = /[A-Za-z][\w.-]*/g;

/** Every tool that a data file names other than in prose, so that a short name in its comments is certain. */
export function toolsInData(language: DataLanguage, document: TextDocument, names: Names): Set<string> {
  const tools = new Set<string>();
  const looks = new Map<string, number>();
  const head = document.getText().slice(0, headLength);
  for (const { 0: word, index } of head.matchAll(wordPattern)) {
    const looked = looks.get(word) ?? 0;
    if (looked >= mostLooks || !mayName(names, head, word, index)) continue;
    const mention = language.mentionAt(document, index, { names }) ?? uriMention(document.getText(), index, names);
    if (mention) tools.add(mention.toolId);
    looks.set(word, mention ? mostLooks : looked + 1);
  }
  return tools;
}

/** A cheap test that keeps the real question to a few words of a file. */
function mayName(names: Names, text: string, word: string, index: number): boolean {
  const lower = word.toLowerCase();
  const rest = text.slice(index + word.length, index + word.length + 64);
  const owned = lower + (/^\/[\w.-]+/.exec(rest)?.[0] ?? '');
  return (
    rest.startsWith('://') ||
    names.exact('pypi', normalisePackage(word)) !== undefined ||
    names.exact('images', owned) !== undefined ||
    names.wildcard('dbtPackages', owned) !== undefined ||
    names.exact('dbtAdapters', lower) !== undefined ||
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

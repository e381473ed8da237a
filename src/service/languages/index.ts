import type { TextDocument } from 'vscode-languageserver-textdocument';
import { dataLanguageOf, dataLanguages, type DataLanguageKey } from './dataFiles';
import type { DataLanguage } from './dataLanguage';
import { DataTools } from './dataTools';
import { Jvm } from './jvm';
import type { HoverLanguage } from './language';
import { kindOfCells } from '../notebook/kind';
import { Python } from './python';
import { Scala } from './scala';
import { slashComment } from './text/comments';

export type LanguageKey = 'python' | 'jvm' | 'scala' | 'markdown' | DataLanguageKey;

/** Every hover language, by key. Python keeps a tree a document, Scala its tokens; the others read what they need around the caret, and keep which tools they name. */
export function createLanguages(): Record<LanguageKey, HoverLanguage> {
  const data = Object.entries(dataLanguages).map(([key, language]) => [key, dataFile(language)]);
  return {
    ...(Object.fromEntries(data) as Record<DataLanguageKey, HoverLanguage>),
    python: new Python(),
    jvm: jvm(),
    scala: new Scala(),
    markdown,
  };
}

const byLanguageId: ReadonlyMap<string, LanguageKey> = new Map([
  ['python', 'python'],
  ['scala', 'scala'],
  ['java', 'jvm'],
  ['kotlin', 'jvm'],
  ['markdown', 'markdown'],
]);

/** The hover language of a document, or undefined where there is none. A data file's name says more than its language id. */
export function languageKeyOf(document: TextDocument): LanguageKey | undefined {
  if (kindOfCells(document)) return 'python';
  const { uri, languageId } = document;
  return dataLanguageOf(uri, languageId) ?? byLanguageId.get(languageId);
}

function jvm(): HoverLanguage {
  const language = new Jvm();
  return {
    mentionAt: (document, offset, context) => language.mentionAt(document, offset, context),
    proseAt: (document, offset) => slashComment(document.getText(), offset),
    toolsIn: (document, names) => language.toolsIn(document, names),
    forget() {},
  };
}

function dataFile(language: DataLanguage): HoverLanguage {
  const tools = new DataTools(language);
  return {
    mentionAt: (document, offset, context) => language.mentionAt(document, offset, context),
    proseAt: (document, offset) => language.commentAt(document.getText(), offset),
    toolsIn: (document, names) => tools.in(document, names),
    apiAt: (document, offset) => language.apiAt(document, offset),
    innerAt: (document, offset) => language.innerAt(document, offset),
    placeAt: (document, offset, trigger) => language.placeAt(document, offset, trigger),
    callAt: (document, offset) => language.callAt(document, offset),
    forget: (uri) => tools.forget(uri),
  };
}

/** All of a Markdown file is running text. */
const markdown: HoverLanguage = {
  mentionAt: () => null,
  proseAt: (document) => ({ start: 0, end: document.getText().length }),
  toolsIn: () => new Set(),
  forget() {},
};

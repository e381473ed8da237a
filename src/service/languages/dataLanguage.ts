import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Names } from '../names';
import type { ApiReference, FindReference } from './apiReference';
import type { InnerMention } from './inner';
import type { CallPlace, FindCall } from './callPlace';
import type { CompletionPlace, FindPlace } from './completionPlace';
import type { Language, ToolMention } from './language';
import type { Span } from './text/span';

/** A hover language of a data file, which also knows where its comments are. */
export interface DataLanguage extends Language {
  /** The part of a comment that stands on the caret's line, or null outside of comments. */
  commentAt(text: string, offset: number): Span | null;
  /** A name of an API that is no symbol. */
  apiAt(document: TextDocument, offset: number): ApiReference | null;
  /** What a text in the file is written in itself. */
  innerAt(document: TextDocument, offset: number): InnerMention | null;
  /** What may be written at an offset. */
  placeAt(document: TextDocument, offset: number, trigger?: string): CompletionPlace | null;
  /** The call whose argument is being typed. */
  callAt(document: TextDocument, offset: number): CallPlace | null;
}

/** A tool's name standing in the text of a document; `path` is its address, lower case, with `/` between folders. */
export type FindMention = (text: string, offset: number, names: Names, path: string) => ToolMention | null;

/** What stands at an offset inside of a text of the document. */
export type FindInner = (text: string, offset: number, path: string) => InnerMention | null;

/** What few languages are asked for besides. */
interface FurtherFinders {
  findInner?: FindInner;
  findPlace?: FindPlace;
  findCall?: FindCall;
}

/** A language that reads what it needs around the caret and keeps nothing between hovers. */
export function statelessLanguage(
  findMention: FindMention,
  commentAt: DataLanguage['commentAt'],
  findReference: FindReference = () => null,
  { findInner = () => null, findPlace = () => null, findCall = () => null }: FurtherFinders = {},
): DataLanguage {
  return {
    mentionAt: (document, offset, { names }) =>
      findMention(document.getText(), offset, names, documentPath(document.uri)),
    commentAt,
    apiAt: (document, offset) => findReference(document.getText(), offset, documentPath(document.uri)),
    innerAt: (document, offset) => findInner(document.getText(), offset, documentPath(document.uri)),
    placeAt: (document, offset, trigger) => findPlace(document.getText(), offset, documentPath(document.uri), trigger),
    callAt: (document, offset) => findCall(document.getText(), offset, documentPath(document.uri)),
    forget() {},
  };
}

/** A document's address without scheme, query and fragment, lower case. */
export function documentPath(uri: string): string {
  const path = uri.replace(/^[a-z][\w+.-]*:(?:\/\/[^/]*)?/i, '').replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path).toLowerCase();
  } catch {
    return path.toLowerCase();
  }
}

/** For languages in which nothing but URIs and comments is recognised. */
export function noMention(): null {
  return null;
}

import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ApiKnowledge } from '../../catalogue/apiKnowledge';
import type { Names } from '../names';
import type { ApiHover } from '../python/apiHover';
import type { ApiHoverOptions } from '../renderApiHover';
import type { ApiReference } from './apiReference';
import type { InnerMention } from './inner';
import type { CallPlace } from './callPlace';
import type { CompletionPlace } from './completionPlace';
import type { Span } from './text/span';

/** A tool's name standing in a document: offsets in UTF-16 code units, `end` exclusive. */
export interface ToolMention {
  start: number;
  end: number;
  toolId: string;
}

export interface LanguageContext {
  names: Names;
  /** Answer on every symbol imported from a tool, not only where its own name stands: for a question that the user asked. */
  symbols?: boolean;
}

/**
 * One hover language. `mentionAt` answers "what tool's name stands at this offset?" from a parse that it may keep
 * per document version. It returns null when in doubt and never throws on half-typed, broken or binary text.
 */
export interface Language {
  mentionAt(document: TextDocument, offset: number, context: LanguageContext): ToolMention | null;
  forget(uri: string): void;
}

/** A language with all that a hover asks of it. */
export interface HoverLanguage extends Language {
  /** The stretch of running text around an offset: a comment, or all of a Markdown file; null in code. */
  proseAt(document: TextDocument, offset: number): Span | null;
  /** Tools that the document names other than in prose, so that their short names in prose are certain. */
  toolsIn(document: TextDocument, names: Names): Set<string>;
  /** A name of an API that is no symbol: a configuration key, a macro. */
  apiAt?(document: TextDocument, offset: number): ApiReference | null;
  /** What stands in a text that is written in a language of its own: a cron expression. */
  innerAt?(document: TextDocument, offset: number): InnerMention | null;
  /** What may be written at an offset; `trigger`: the character that asked by being typed. */
  placeAt?(document: TextDocument, offset: number, trigger?: string): CompletionPlace | null;
  /** The call of an API's function or macro whose argument is being typed, where no other extension knows it. */
  callAt?(document: TextDocument, offset: number): CallPlace | null;
  /** The hover of a symbol of an API, where the language resolves them itself. */
  apiHoverAt?(
    document: TextDocument,
    offset: number,
    knowledge: ApiKnowledge,
    options: () => Promise<ApiHoverOptions>,
  ): Promise<ApiHover | null>;
}

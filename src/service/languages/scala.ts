import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ApiKnowledge } from '../../catalogue/apiKnowledge';
import type { ApiNames } from '../../catalogue/api';
import type { Names } from '../names';
import type { ApiHover } from '../python/apiHover';
import type { ApiHoverOptions } from '../renderApiHover';
import { renderScalaMention } from '../scala/hover';
import { mentionAt, type ScalaMention } from '../scala/position';
import { Resolver } from '../scala/resolver';
import { ScalaScopes } from '../scala/scopes';
import { ScalaTokens } from '../scala/tokens';
import { Jvm } from './jvm';
import type { HoverLanguage, LanguageContext, ToolMention } from './language';
import { slashComment } from './text/comments';
import type { Span } from './text/span';

interface Analysis {
  version: number;
  tokens: ScalaTokens;
  scopes: ScalaScopes;
  usesSpark: boolean;
  /** What its names mean by the API's names that were asked with last. */
  resolver?: Resolver;
}

/** Above this many characters nobody reads a file by hovering. */
const largestText = 4_000_000;

/** Where all of Spark's Scala API stands. */
const roots = ['org.apache.spark'];

/** Scala: tools in imports, and Spark's API. The tokens of a document are kept, and read anew around what changed. */
export class Scala implements HoverLanguage {
  readonly #jvm = new Jvm();
  readonly #analyses = new Map<string, Analysis>();

  mentionAt(document: TextDocument, offset: number, context: LanguageContext): ToolMention | null {
    return this.#jvm.mentionAt(document, offset, context);
  }

  proseAt(document: TextDocument, offset: number): Span | null {
    return slashComment(document.getText(), offset);
  }

  toolsIn(document: TextDocument, names: Names): Set<string> {
    return this.#jvm.toolsIn(document, names);
  }

  /** The hover of a name of Spark's API, of a configuration key or of a function in SQL. */
  async apiHoverAt(
    document: TextDocument,
    offset: number,
    knowledge: ApiKnowledge,
    options: () => Promise<ApiHoverOptions>,
  ): Promise<ApiHover | null> {
    const analysis = this.#analyse(document);
    if (!analysis?.usesSpark) return null;
    const mention = this.#apiMention(analysis, offset, await knowledge.names(roots));
    return mention && renderScalaMention(mention, knowledge, await options());
  }

  /** What of Spark's API stands at an offset. */
  apiMentionAt(document: TextDocument, offset: number, api: ApiNames): ScalaMention | null {
    const analysis = this.#analyse(document);
    return analysis?.usesSpark ? this.#apiMention(analysis, offset, api) : null;
  }

  forget(uri: string): void {
    this.#analyses.delete(uri);
  }

  #apiMention(analysis: Analysis, offset: number, api: ApiNames): ScalaMention | null {
    if (analysis.resolver?.api !== api) analysis.resolver = new Resolver(analysis.tokens, analysis.scopes, api);
    return mentionAt(offset, analysis.resolver);
  }

  #analyse(document: TextDocument): Analysis | null {
    const known = this.#analyses.get(document.uri);
    if (known?.version === document.version) return known;
    const text = document.getText();
    if (text.length > largestText || text.includes('\0')) return null;
    const usesSpark = text.includes('org.apache.spark') || text.startsWith('// Databricks notebook source');
    const analysis: Analysis = { version: document.version, usesSpark, ...(known ? updated(known, text) : read(text)) };
    this.#analyses.set(document.uri, analysis);
    return analysis;
  }
}

function read(text: string): Pick<Analysis, 'tokens' | 'scopes'> {
  const tokens = ScalaTokens.of(text);
  return { tokens, scopes: new ScalaScopes(tokens) };
}

function updated(known: Analysis, text: string): Pick<Analysis, 'tokens' | 'scopes'> {
  const { tokens, change, parted } = known.tokens.updated(text);
  return { tokens, scopes: known.scopes.updated(tokens, change, parted) };
}

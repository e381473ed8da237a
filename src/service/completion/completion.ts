import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem, CompletionList, Position, SignatureHelp } from 'vscode-languageserver-types';
import type { ApiKnowledge } from '../../catalogue/apiKnowledge';
import type { CompletionPlace } from '../languages/completionPlace';
import type { HoverLanguage } from '../languages/language';
import { Python } from '../languages/python';
import type { DocumentView } from '../notebook/cellView';
import { mayComplete } from '../python/completionPlace';
import type { ApiHoverOptions } from '../renderApiHover';
import { isSpark, type Surroundings } from '../apiHover/inner';
import { candidatesOf, type Sources } from './candidates';
import { dataOf, itemOf } from './item';
import { narrow } from './narrow';
import { documentationOf } from './resolve';
import { signatureHelpOf } from './signatureHelp';

/** The outside of completion: what the service knows, and how it speaks of a document. */
export interface CompletionContext {
  knowledge: ApiKnowledge;
  languageOf(document: TextDocument): HoverLanguage | undefined;
  /** What is read in place of a document. */
  viewOf(document: TextDocument): DocumentView;
  optionsFor(uri: string): Promise<ApiHoverOptions>;
  /** What the files around documents say. */
  surroundings: Pick<Surroundings, 'dbtTests' | 'usesDbtPackage' | 'isSparkSql'>;
}

/** Completion and signature help from the knowledge of the hovers. Silent where a hover would be. */
export class Completion {
  readonly #context: CompletionContext;

  constructor(context: CompletionContext) {
    this.#context = context;
  }

  /** What may be written at a position; null in most places. `trigger`: the character that asked by being typed. */
  async list(document: TextDocument, position: Position, trigger?: string): Promise<CompletionList | null> {
    const { document: read, start, end } = this.#context.viewOf(document);
    const offset = start + document.offsetAt(position);
    const place = await this.#placeAt(read, offset, trigger);
    if (!place || place.start < start || place.end > end) return null;
    if (place.sparkSql && !isSpark(read, this.#context.surroundings)) return null;
    const { knowledge } = this.#context;
    const options = await this.#context.optionsFor(read.uri);
    const typed = read.getText().slice(place.start, offset);
    const sources = { knowledge, options, ...this.#around(read.uri) };
    const offered = (await Promise.all(place.offers.map((offer) => candidatesOf(offer, sources)))).flat();
    const { candidates, isIncomplete } = narrow(offered, typed, place.taken ?? new Set());
    if (candidates.length === 0) return null;
    const range = { start: document.positionAt(place.start - start), end: document.positionAt(place.end - start) };
    return { isIncomplete, items: candidates.map((one) => itemOf(one, read.uri, range)) };
  }

  #around(uri: string): Pick<Sources, 'dbtTests' | 'usesPackage'> {
    const { dbtTests, usesDbtPackage } = this.#context.surroundings;
    return {
      ...(dbtTests && { dbtTests: () => dbtTests(uri) }),
      ...(usesDbtPackage && { usesPackage: (name: string) => usesDbtPackage(uri, name) }),
    };
  }

  async resolve(item: CompletionItem): Promise<CompletionItem> {
    const data = dataOf(item);
    if (!data) return item;
    const value = await documentationOf(data, this.#context.knowledge, await this.#context.optionsFor(data.uri));
    return value === null ? item : { ...item, documentation: { kind: 'markdown', value } };
  }

  async signatureHelp(document: TextDocument, position: Position): Promise<SignatureHelp | null> {
    const call = this.#context.languageOf(document)?.callAt?.(document, document.offsetAt(position));
    return call ? signatureHelpOf(call, this.#context.knowledge) : null;
  }

  async #placeAt(document: TextDocument, offset: number, trigger?: string): Promise<CompletionPlace | null> {
    const language = this.#context.languageOf(document);
    if (!language) return null;
    if (!(language instanceof Python)) return language.placeAt?.(document, offset, trigger) ?? null;
    if (!mayComplete(document.getText().slice(Math.max(0, offset - 2000), offset), trigger)) return null;
    const names = await this.#context.knowledge.names(language.apiPaths(document));
    return language.completionAt(document, offset, names);
  }
}

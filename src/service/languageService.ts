import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem, CompletionList, Hover, Position, SignatureHelp } from 'vscode-languageserver-types';
import { ApiKnowledge, type ReadCatalogue } from '../catalogue/apiKnowledge';
import type { StoredRecognition } from '../catalogue/storedRecognition';
import type { EntryLink } from '../catalogue/types';
import { Completion } from './completion/completion';
import { createLanguages, languageKeyOf, type LanguageKey } from './languages';
import type { HoverLanguage, ToolMention } from './languages/language';
import { Python } from './languages/python';
import { uriMention } from './languages/uris';
import { Names } from './names';
import { CellViews, type Notebook } from './notebook/cellView';
import { nameOf } from './pins/workspacePins';
import { isNamedIn, proseMention } from './prose';
import { renderReference } from './apiHover/reference';
import { dbtText, renderInner } from './apiHover/inner';
import type { DbtCall } from './dbt/call';
import type { DbtResource } from './dbt/find';
import type { TestFile } from './dbt/genericTests';
import { renderPythonMention, type ApiHover } from './python/apiHover';
import type { ApiHoverOptions } from './renderApiHover';
import { renderTermCard, renderToolCard, type LinkStyle } from './renderHover';
import { wordAt } from './word';

/** The outside world, handed in. */
export interface ServiceContext {
  /** Reads a file of the compiled catalogue; nothing before a hover asks for it, and again only what failed. */
  readCatalogue: ReadCatalogue;
  /** `vscode`: hovers link to pages by `command:` links. `none`: only links to the web. */
  links: LinkStyle;
  /** The version that a document's project pins of a distribution, and the file that says so. */
  pinOf?(documentUri: string, distribution: string): { version?: string; uri: string } | undefined;
  /** The open notebook that a document is a cell of. */
  notebookOf?(cellUri: string): Notebook | undefined;
  /** Whether the SQL of a document is surely Spark's. */
  isSparkSql?(documentUri: string): boolean;
  /** The adapters of dbt that a document's project uses: `snowflake`. Empty where nothing says so. */
  dbtAdapters?(documentUri: string): readonly string[];
  /** What a call of `ref` or `source` names in the document's dbt project. */
  dbtResource?(documentUri: string, call: DbtCall): Promise<DbtResource | undefined>;
  /** The generic tests that the document's dbt project defines. */
  dbtTests?(documentUri: string): Promise<readonly TestFile[]>;
  /** Whether the document's dbt project lists a package of this name. */
  usesDbtPackage?(documentUri: string, name: string): boolean;
  /** The time, in milliseconds; without it no hover says when a schedule next runs. */
  now?(): number;
}

export interface HoverSettings {
  /** Recognise names in comments and Markdown. */
  prose: boolean;
  /** Signatures in the hovers of APIs; `auto` leaves out what another extension shows. */
  signature?: 'auto' | 'always' | 'never';
  /** Another extension shows signatures in Python. */
  signatureElsewhere?: boolean;
}

export interface LanguageService {
  /** The hover at a position, or null where nothing of the reference stands. Never rejects on bad input. */
  doHover(document: TextDocument, position: Position, settings: HoverSettings): Promise<Hover | null>;
  /**
   * What may be written at a position, or null where nothing of the reference fits. `trigger`: the character that asked
   * by being typed. Never rejects on bad input.
   */
  doComplete(document: TextDocument, position: Position, trigger?: string): Promise<CompletionList | null>;
  /** An item of such a list with its documentation: what a hover says of it. */
  doResolveCompletion(item: CompletionItem): Promise<CompletionItem>;
  /** The signatures of the call around a position, where no other extension knows them: dbt's macros and Jinja. */
  doSignatureHelp(document: TextDocument, position: Position): Promise<SignatureHelp | null>;
  /** The tool at a position, resolved as for a hover; else by the word itself, since the user asked about it. */
  explain(
    document: TextDocument,
    position: Position,
    selection: string,
  ): Promise<{ link: EntryLink | null; word: string }>;
  /** The names that are recognised; null where the catalogue cannot be read. */
  names(): Promise<Names | null>;
  /** Forgets what is cached for a closed document or notebook. */
  forget(uri: string): void;
}

export function getLanguageService(context: ServiceContext): LanguageService {
  return new Service(context);
}

class Service implements LanguageService {
  readonly #context: ServiceContext;
  readonly #languages: Record<LanguageKey, HoverLanguage> = createLanguages();
  /** A document's language and address never change. */
  readonly #languageByDocument = new WeakMap<TextDocument, HoverLanguage | null>();
  readonly #cells: CellViews;
  readonly #present = new Map<string, { version: number; tools: Set<string> }>();
  readonly #knowledge: ApiKnowledge;
  readonly #completion: Completion;
  #names: Promise<Names> | undefined;

  constructor(context: ServiceContext) {
    this.#context = context;
    this.#cells = new CellViews(context.notebookOf && ((uri) => context.notebookOf?.(uri)));
    this.#knowledge = new ApiKnowledge(context.readCatalogue);
    this.#completion = new Completion({
      knowledge: this.#knowledge,
      languageOf: (document) => this.#languageOf(document),
      viewOf: (document) => this.#cells.of(document),
      optionsFor: (uri) => this.#apiOptions(uri, { prose: false }),
      surroundings: context,
    });
  }

  async doHover(document: TextDocument, position: Position, settings: HoverSettings): Promise<Hover | null> {
    const { document: read, start, end } = this.#cells.of(document);
    const offset = start + document.offsetAt(position);
    const found = (await this.#apiHover(read, offset, settings)) ?? (await this.#toolHover(read, offset, settings));
    if (!found || found.start < start || found.end > end) return null;
    return {
      contents: { kind: 'markdown', value: found.value },
      range: { start: document.positionAt(found.start - start), end: document.positionAt(found.end - start) },
    };
  }

  async doComplete(document: TextDocument, position: Position, trigger?: string): Promise<CompletionList | null> {
    return this.#completion.list(document, position, trigger).catch(() => null);
  }

  async doResolveCompletion(item: CompletionItem): Promise<CompletionItem> {
    return this.#completion.resolve(item).catch(() => item);
  }

  async doSignatureHelp(document: TextDocument, position: Position): Promise<SignatureHelp | null> {
    return this.#completion.signatureHelp(document, position).catch(() => null);
  }

  #languageOf(document: TextDocument): HoverLanguage | undefined {
    let language = this.#languageByDocument.get(document);
    if (language === undefined) {
      const key = languageKeyOf(document);
      language = key ? this.#languages[key] : null;
      this.#languageByDocument.set(document, language);
    }
    return language ?? undefined;
  }

  async #toolHover(document: TextDocument, offset: number, settings: HoverSettings): Promise<ApiHover | null> {
    const names = await this.#loadNames();
    const mention = names && this.#mentionAt(document, offset, names, settings);
    const value = mention && (await this.#render(mention.toolId, names).catch(() => null));
    return value ? { start: mention.start, end: mention.end, value } : null;
  }

  /** A symbol of an API; what cannot be read of the catalogue makes it silent. */
  async #apiHover(document: TextDocument, offset: number, settings: HoverSettings): Promise<ApiHover | null> {
    const language = this.#languageOf(document);
    const knowledge = this.#knowledge;
    if (!language) return null;
    try {
      if (language.apiHoverAt) {
        const { uri } = document;
        const options = () => this.#apiOptions(uri, settings);
        return await language.apiHoverAt(document, offset, knowledge, options);
      }
      if (!(language instanceof Python)) {
        const reference = language.apiAt?.(document, offset);
        const inner = language.innerAt?.(document, offset);
        if (!reference && !inner) return null;
        const options = await this.#apiOptions(document.uri, settings);
        const isTest = inner?.kind === 'dbtCall' && inner.call.kind === 'test';
        // a project's own test hides dbt's of the same name
        const own = isTest ? await renderInner(inner, document, knowledge, options, this.#context) : null;
        if (own) return own;
        const said = reference
          ? await renderReference(reference, knowledge, options, this.#adaptersOf(document))
          : null;
        if (said || !inner || isTest) return said;
        return await renderInner(inner, document, knowledge, options, this.#context);
      }
      const names = await knowledge.names(language.apiPaths(document));
      const mention = language.apiMentionAt(document, offset, names);
      if (!mention) return null;
      const options = await this.#apiOptions(document.uri, settings);
      if (mention.kind === 'dbtName') {
        const value = await dbtText(mention.call, document.uri, this.#context);
        return value === null ? null : { start: mention.start, end: mention.end, value };
      }
      return await renderPythonMention(mention, names, knowledge, options);
    } catch {
      return null;
    }
  }

  #adaptersOf({ uri }: TextDocument): readonly string[] {
    return this.#context.dbtAdapters?.(uri) ?? [];
  }

  /** How an API's hover speaks: in which version, with or without signature. */
  async #apiOptions(
    uri: string,
    { signature = 'auto', signatureElsewhere = false }: HoverSettings,
  ): Promise<ApiHoverOptions> {
    return {
      links: this.#context.links,
      signature,
      signatureElsewhere,
      newest: await this.#knowledge.newestVersions(),
      ...(this.#context.now && { now: this.#context.now() }),
      pin: (distribution) => {
        const pin = this.#context.pinOf?.(uri, pinnedAs(distribution));
        return pin?.version === undefined ? undefined : { version: pin.version, file: nameOf(pin.uri) };
      },
    };
  }

  async explain(document: TextDocument, position: Position, selection: string) {
    const names = await this.#loadNames();
    const { document: read, start } = this.#cells.of(document);
    const offset = start + document.offsetAt(position);
    const word = selection.trim() || wordAt(read.getText(), offset);
    const mention = names && this.#mentionAt(read, offset, names, { prose: true, symbols: true });
    const id = mention?.toolId ?? names?.byWord(word);
    return { link: id === undefined ? null : entryLink(id), word };
  }

  names(): Promise<Names | null> {
    return this.#loadNames();
  }

  async #render(id: string, names: Names): Promise<string | null> {
    const tool = await names.card(id);
    if (tool) return renderToolCard(tool, this.#context.links);
    const term = await names.termCard(id);
    return term ? renderTermCard(term, this.#context.links) : null;
  }

  forget(uri: string): void {
    this.#present.delete(uri);
    this.#cells.forget(uri);
    for (const language of Object.values(this.#languages)) language.forget(uri);
  }

  /** What stands at an offset: by the language's own rules, then a connection URI, then a name in prose. */
  #mentionAt(
    document: TextDocument,
    offset: number,
    names: Names,
    { prose, symbols = false }: HoverSettings & { symbols?: boolean },
  ): ToolMention | null {
    const language = this.#languageOf(document);
    if (!language) return null;
    return (
      language.mentionAt(document, offset, { names, symbols }) ??
      uriMention(document.getText(), offset, names) ??
      (prose ? this.#proseAt(document, offset, names, language) : null)
    );
  }

  #proseAt(document: TextDocument, offset: number, names: Names, language: HoverLanguage): ToolMention | null {
    const span = language.proseAt(document, offset);
    if (!span) return null;
    const text = document.getText().slice(span.start, span.end);
    const isCertain = (toolId: string) => {
      const tools = [toolId, ...names.contextOf(toolId)];
      // to search for a few names takes less than to read what the code is about
      if (tools.some((tool) => isNamedIn(document.getText(), tool, names))) return true;
      const present = this.#toolsInCode(document, names, language);
      return tools.some((tool) => present.has(tool));
    };
    const mention = proseMention(text, offset - span.start, names, isCertain);
    return mention && { ...mention, start: mention.start + span.start, end: mention.end + span.start };
  }

  /** Tools that the document names other than in prose; computed once a version, when an ambiguous name asks. */
  #toolsInCode(document: TextDocument, names: Names, language: HoverLanguage): Set<string> {
    const known = this.#present.get(document.uri);
    if (known?.version === document.version) return known.tools;
    const tools = language.toolsIn(document, names);
    this.#present.set(document.uri, { version: document.version, tools });
    return tools;
  }

  /** A catalogue that cannot be read makes hovers silent, and is asked for again at the next one. */
  async #loadNames(): Promise<Names | null> {
    const { readCatalogue } = this.#context;
    this.#names ??= readCatalogue('recognition.json').then(
      (text) => new Names(JSON.parse(text) as StoredRecognition, readCatalogue),
    );
    try {
      return await this.#names;
    } catch {
      this.#names = undefined;
      return null;
    }
  }
}

/** Spark's own configuration and functions come with the distribution that projects pin. */
function pinnedAs(distribution: string): string {
  return distribution === 'spark' ? 'pyspark' : distribution;
}

/** What a key of the tables points at: a tool by its id, a term as `term:<id>`. */
function entryLink(key: string): EntryLink {
  return key.startsWith('term:') ? { kind: 'term', id: key.slice('term:'.length) } : { kind: 'tool', id: key };
}

import type { CompletionItemKind } from 'vscode-languageserver-types';
import type { ApiFacts, ApiText } from '../../catalogue/api';
import type { ApiKnowledge } from '../../catalogue/apiKnowledge';
import { standingOf } from '../apiHover/standing';
import type {
  NamesOffer,
  Offer,
  ParameterOffer,
  ParameterValuesOffer,
  SymbolsOffer,
  ValuesOffer,
  WordsOffer,
} from '../languages/completionPlace';
import { acceptedValues, type ApiHoverOptions } from '../renderApiHover';
import { firstKnown } from '../apiHover/reference';
import type { TestFile } from '../dbt/genericTests';
import { projectTests, testArguments } from './dbtTests';
import { kinds, type Candidate } from './item';

/** What the candidates of an offer rest on. */
export interface Sources {
  knowledge: ApiKnowledge;
  options: ApiHoverOptions;
  /** The generic tests of the document's dbt project. */
  dbtTests?(): Promise<readonly TestFile[]>;
  /** Whether the document's project has a package of dbt's. */
  usesPackage?(name: string): boolean;
}

/** What an offer comes to in the version at hand. */
export async function candidatesOf(offer: Offer, sources: Sources): Promise<Candidate[]> {
  if ('pinned' in offer && offer.pinned !== undefined && !sources.options.pin?.(offer.pinned)) return [];
  if ('uses' in offer && offer.uses !== undefined && !sources.usesPackage?.(offer.uses)) return [];
  switch (offer.from) {
    case 'projectTests':
      return projectTests((await sources.dbtTests?.()) ?? []);
    case 'testArguments':
      return testArguments(offer, (await sources.dbtTests?.()) ?? [], sources.knowledge);
    case 'names':
      return names(offer, sources);
    case 'values':
      return values(offer, sources);
    case 'parameters':
      return parameters(offer, sources);
    case 'parameterValues':
      return parameterValues(offer, sources);
    case 'symbols':
      return symbols(offer, sources);
    case 'words':
      return words(offer, sources);
  }
}

function isDeprecatedIn(facts: ApiFacts, { options }: Sources): boolean | null {
  const standing = standingOf(facts, options.pin?.(facts.package), options.newest?.(facts.package));
  return standing === 'absent' ? null : standing === 'deprecated';
}

async function names(offer: NamesOffer, sources: Sources): Promise<Candidate[]> {
  const all = await sources.knowledge.textsIn(offer.section);
  const texts = all.filter(({ name }) => name.startsWith(offer.below));
  return texts.flatMap((text) => named(offer, text, sources));
}

function named(offer: NamesOffer, text: ApiText, sources: Sources): Candidate[] {
  const rest = text.name.slice(offer.below.length);
  const label = offer.label ? offer.label(rest, text) : rest;
  const isDeprecated = isDeprecatedIn(text.facts, sources);
  if (label === null || label === '' || isDeprecated === null || text.facts.internal) return [];
  const isCommon = offer.isCommon ? offer.isCommon(text) : text.does !== undefined;
  return [
    {
      label,
      insert: offer.insert ? offer.insert(label, text) : label,
      kind: kindOf(offer.section, text),
      rank: isDeprecated ? 3 : isCommon ? 1 : 2,
      isDeprecated,
      data: { section: offer.section, name: text.name },
    },
  ];
}

function kindOf(section: string, { name, facts }: ApiText): CompletionItemKind {
  if (/\/(?:context|macros|templateFilters)$/.test(section)) {
    const isFunction = facts.signature !== undefined || section.endsWith('Filters');
    return isFunction ? kinds.function : kinds.variable;
  }
  if (section.endsWith('/templateVariables')) return kinds.variable;
  const isValue = section.endsWith('/formats') || name.includes('.materialization.');
  return isValue ? kinds.value : kinds.property;
}

async function values(offer: ValuesOffer, sources: Sources): Promise<Candidate[]> {
  const found = await firstKnown(offer, sources.knowledge);
  if (!found) return [];
  const { section, text } = found;
  const data = (value: string) => ({ section, name: text.name, value });
  const accepted = acceptedValues(text);
  const quote = offer.quote ?? '';
  const written = ([value, does]: [string, string], place: number) => ({
    ...valueOf(value, does, place, data(value)),
    insert: quote + value + quote,
  });
  if (accepted.length > 0) return accepted.map(written);
  if (!/^bool(?:ean)?\b/.test(text.facts.type ?? '') && !/^(?:true|false)$/i.test(text.facts.default ?? '')) return [];
  return (offer.booleans ?? []).map((value, place) => valueOf(value, '', place, data(value)));
}

/** What the current value means is on its line in the list. */
function valueOf(value: string, does: string, place: number, data: Candidate['data']): Candidate {
  return { ...plainValue(value, place), ...(does !== '' && { detail: does }), ...(data && { data }) };
}

function plainValue(value: string, place: number): Candidate {
  return { label: value, insert: value, kind: kinds.value, rank: 1, place };
}

async function parameters({ of, names: all }: ParameterOffer, sources: Sources): Promise<Candidate[]> {
  const text = await sources.knowledge.textOfCall(of);
  return all.flatMap((name) => {
    const changes = text?.facts.changes;
    const change = changes && Object.hasOwn(changes, name) ? changes[name] : {};
    const isDeprecated = isDeprecatedIn({ package: text?.facts.package ?? '', ...change }, sources);
    if (isDeprecated === null) return [];
    const isExplained = text?.parameters !== undefined && Object.hasOwn(text.parameters, name);
    const rank = isDeprecated ? 3 : isExplained ? 1 : 2;
    const kind = kinds.property;
    return { label: name, insert: name, kind, rank, isDeprecated, data: { symbol: of, parameter: name } };
  });
}

async function parameterValues(offer: ParameterValuesOffer, sources: Sources): Promise<Candidate[]> {
  const said = (await sources.knowledge.textOfCall(offer.of))?.parameters ?? {};
  for (const parameter of offer.parameters) {
    const listed = Object.hasOwn(said, parameter) ? said[parameter]?.values : undefined;
    const words = Object.entries(listed ?? {}).map(([value, does]) => [unquoted(value), does] as const);
    // a number is not written in quotes
    const texts = words.filter(([value]) => !/^\d+$/.test(value));
    if (texts.length === 0) continue;
    return texts.map(([value, does], place) => valueOf(value, does, place, { symbol: offer.of, parameter, value }));
  }
  return [];
}

function unquoted(value: string): string {
  return value.replace(/^(["'])(.*)\1$/, '$2');
}

async function symbols({ paths }: SymbolsOffer, sources: Sources): Promise<Candidate[]> {
  const found = await Promise.all(paths.map(async (path) => [path, await sources.knowledge.text(path)] as const));
  return found.flatMap(([path, text]) => {
    const isDeprecated = text ? isDeprecatedIn(text.facts, sources) : false;
    if (isDeprecated === null) return [];
    const label = path.slice(path.lastIndexOf('.') + 1);
    // the old path of what moved is the only way to write it in a template
    return {
      label,
      insert: label,
      kind: kinds.function,
      rank: text?.does ? 1 : 2,
      data: { symbol: path },
    };
  });
}

async function words({ words: all, insert }: WordsOffer, sources: Sources): Promise<Candidate[]> {
  const found = all.map(async ({ label, of }, place) => {
    const text = of && (await sources.knowledge.textIn(of.section, of.name));
    const isDeprecated = text ? isDeprecatedIn(text.facts, sources) : false;
    if (isDeprecated === null) return [];
    const written = insert ? insert(label, text) : label;
    return { ...plainValue(label, place), insert: written, isDeprecated, ...(text && { data: { ...of } }) };
  });
  return (await Promise.all(found)).flat();
}

import type { ApiFacts, ApiParameterText } from '../../catalogue/api';
import type { StoredText, StoredTexts } from '../../catalogue/apiTexts';
import type { Explained } from './explained';
import type { Explanation, ExplanationFile } from './explanation';
import type { ExplainedSection, InventoryEntry, ParameterChange } from './inventory';
import { parameterName } from './inventory';
import { storedExample, type ApiSource, type ExplainedEntry } from './source';

/** The distribution whose versions an inventory speaks of, where an entry does not say another. */
export const mainPackage: Readonly<Record<string, string>> = {
  pyspark: 'pyspark',
  'spark-sql': 'pyspark',
  'spark-conf': 'pyspark',
  'spark-options': 'pyspark',
  'spark-scala': 'pyspark',
  airflow: 'apache-airflow',
  dbt: 'dbt-core',
  'dbt-packages': 'dbt_utils',
  databricks: 'databricks-runtime',
};

/** Languages of examples by section, where the file does not say another. */
const usualLanguage: Record<ExplainedSection, string> = {
  symbols: 'python',
  functions: 'sql',
  keys: 'yaml',
  options: 'ini',
  formats: 'python',
  commands: 'shell',
  templateVariables: 'python',
  templateFilters: 'python',
  context: 'sql',
  pythonModel: 'python',
  macros: 'sql',
  selection: 'shell',
  adapters: 'yaml',
};

/** The texts of these names of one section; a name of which nothing is known beyond its signature has none. */
export function storeTexts(
  names: Iterable<string>,
  section: ExplainedSection,
  source: ApiSource,
  explained: Explained,
) {
  const groups = new Groups(section);
  const entries: StoredTexts['entries'] = {};
  for (const name of names) {
    const text = storeText(name, section, source, explained, groups);
    if (Object.keys(text).length === 0 && section === 'symbols') continue;
    const dot = name.lastIndexOf('.');
    (entries[name.slice(0, Math.max(0, dot))] ??= {})[name.slice(dot + 1)] = text;
  }
  return { groups: groups.all, package: mainPackage[source.id] ?? source.id, entries } satisfies StoredTexts;
}

class Groups {
  readonly all: StoredTexts['groups'] = [];
  readonly #numbers = new Map<string, number>();
  readonly #section: ExplainedSection;

  constructor(section: ExplainedSection) {
    this.#section = section;
  }

  number({ tool, documentation, language }: ExplanationFile): number {
    const group = { tool, documentation, language: language ?? usualLanguage[this.#section] };
    const key = JSON.stringify(group);
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.all.push(group) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }
}

function storeText(
  name: string,
  section: ExplainedSection,
  source: ApiSource,
  explained: Explained,
  groups: Groups,
): StoredText {
  const entry = source.inventory.sections[section]?.[name] ?? {};
  const facts = factsOf({ ...ownerOf(name, section, source), ...entry }, section, mainPackage[source.id] ?? source.id);
  const known = Object.keys(facts).length > 0 ? { facts } : {};
  const own = ownText(name, section, entry, explained);
  if (own) return { ...known, ...wordsOf(own, name, source, groups) };
  const parameter = section === 'symbols' ? explained.asParameter(name) : undefined;
  if (!parameter) return known;
  return { ...known, in: groups.number(parameter.owner.of), does: parameter.does };
}

/** Whose releases a name is read from, where it begins with that: `snowflake.config.transient`, `dbt_expectations.x`. */
function ownerOf(name: string, section: ExplainedSection, { id, inventory }: ApiSource): { package?: string } {
  if (section !== 'adapters' && id !== 'dbt-packages') return {};
  const [first = ''] = name.split('.', 1);
  const owner = section === 'adapters' ? `dbt-${first}` : first;
  return Object.hasOwn(inventory.packages, owner) ? { package: owner } : {};
}

/** What is said of a name, of the one that means the same, or of the member of a base that it overrides. */
function ownText(name: string, section: ExplainedSection, { alias }: InventoryEntry, explained: Explained) {
  const found = explained.entry(section, name) ?? (alias === undefined ? undefined : explained.entry(section, alias));
  return found ?? (section === 'symbols' ? explained.inherited(name) : undefined);
}

function wordsOf(found: ExplainedEntry, name: string, source: ApiSource, groups: Groups): StoredText {
  const { entry, of } = found;
  const documentation = found.name === name ? entry.documentation : addressOf(found);
  const parameters = Object.entries({ ...entry.parameters, ...entry.keywords }).map(
    ([text, { does, values }]): [string, ApiParameterText] => [
      parameterName(text) ?? text,
      { does, ...(Object.keys(values).length > 0 && { values }) },
    ],
  );
  return {
    in: groups.number(of),
    does: entry.does,
    ...(entry.expert.length > 0 && { expert: entry.expert }),
    ...(parameters.length > 0 && { parameters: Object.fromEntries(parameters) }),
    ...(entry.calls.length > 0 && { calls: entry.calls }),
    ...(Object.keys(entry.values).length > 0 && { values: entry.values }),
    ...(entry.default !== undefined && { default: entry.default }),
    ...(entry.applies.length > 0 && { applies: entry.applies }),
    ...(entry.runs && { runs: entry.runs }),
    ...exampleOf(found, source),
    ...(entry.related.length > 0 && { related: entry.related }),
    ...(documentation !== undefined && { documentation }),
  };
}

function addressOf({ name, entry, of }: ExplainedEntry): string {
  const last = name.slice(name.lastIndexOf('.') + 1);
  return entry.documentation ?? of.documentation.replaceAll('{path}', name).replaceAll('{name}', last);
}

function exampleOf({ name, section, entry }: ExplainedEntry, source: ApiSource): Pick<StoredText, 'example'> {
  if (!entry.example) return {};
  const { code, language, over } = entry.example as NonNullable<Explanation['example']>;
  const result = storedExample(source, section, name)?.result;
  // the table that a row-by-row result shows has the columns already
  const needsOver = over !== undefined && !(result?.includes('| result') ?? false);
  return {
    example: {
      code,
      ...(language && { language }),
      ...(result !== undefined && { result }),
      ...(needsOver && { over }),
    },
  };
}

/** What the inventory says, without what says nothing to a reader. */
function factsOf(
  entry: InventoryEntry,
  section: ExplainedSection,
  main: string,
): Omit<ApiFacts, 'package'> & { package?: string } {
  const { added, introduced, removed, deprecated, moved, changes } = entry;
  const said = typeof added === 'string' ? added : (entry.since ?? (section === 'keys' ? entry.version : undefined));
  // an option's variable follows from its name
  const environment = typeof entry.environment === 'string' ? undefined : entry.environment;
  const isSymbol = section === 'symbols';
  // a provider is pinned by its own version, which few files name: its parameters' ages would never be shown
  const ofMain = entry.package === undefined || entry.package === main || entry.package === 'delta-spark';
  return {
    ...(entry.package !== undefined && entry.package !== main && { package: entry.package }),
    ...(said !== undefined && { added: said }),
    ...(introduced !== undefined && { introduced }),
    ...(removed !== undefined && { removed }),
    ...(deprecated !== undefined && { deprecated: deprecationOf(deprecated, entry.use) }),
    ...(moved && { moved }),
    ...(changes && ofMain && { changes: changesOf(changes) }),
    ...(entry.forms && { forms: formsOf(entry) }),
    ...(!isSymbol && entry.type !== undefined && { type: entry.type }),
    ...(!isSymbol && entry.default !== undefined && { default: entry.default }),
    ...(entry.defaults && { defaults: entry.defaults }),
    ...(!isSymbol && entry.values && { accepted: entry.values }),
    ...(environment && { environment }),
    ...(entry.renamed && { renamed: entry.renamed.to }),
    ...(entry.alias !== undefined && { alias: entry.alias }),
    ...(entry.runtime && { runtime: true }),
    ...(entry.internal && { internal: true }),
    ...(entry.required && { required: true }),
    ...(!isSymbol && entry.parameters && { signature: entry.parameters }),
    ...(entry.arguments || entry.flags ? { arguments: entry.arguments ?? entry.flags ?? [] } : {}),
  };
}

/** More than these no hover shows. */
const mostForms = 4;

function formsOf({ forms = [], formsIntroduced = {} }: InventoryEntry): string[] {
  return forms.slice(0, mostForms).map((form) => {
    const since = Object.hasOwn(formsIntroduced, form) ? formsIntroduced[form] : undefined;
    return since === undefined ? form : `${form} // since ${since}`;
  });
}

function deprecationOf(deprecated: NonNullable<InventoryEntry['deprecated']>, use: string[] | undefined) {
  if (typeof deprecated === 'object') return deprecated;
  return {
    ...(typeof deprecated === 'string' && { release: deprecated }),
    ...(use?.[0] !== undefined && { use: use[0] }),
  };
}

function changesOf(changes: Record<string, ParameterChange>): Record<string, ParameterChange> {
  return Object.fromEntries(Object.entries(changes).map(([text, change]) => [parameterName(text) ?? text, change]));
}

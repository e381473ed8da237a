import type { ApiText } from '../../../catalogue/api';
import type { CompletionPlace, NamesOffer, Offer } from '../completionPlace';
import { adapters, configNames, isConfig, resourceOf } from './dbt';
import { jinjaSpotAt, type JinjaSpot } from './spot';

/** What may be written in Jinja, in a file that is known to be dbt's. `path`: the file's; `from`: where the template begins. */
export function dbtJinjaPlace(text: string, offset: number, path: string, from = 0): CompletionPlace | null {
  const spot = jinjaSpotAt(text, offset, from);
  const offers = spot && offersAt(spot, path, text);
  if (!offers || offers.length === 0) return null;
  return { start: spot.start, end: spot.end, offers, ...(spot.kind === 'name' && { taken: spot.bound }) };
}

function offersAt(spot: JinjaSpot, path: string, text: string): Offer[] {
  const resource = resourceOf(spot.block, path);
  if (spot.kind === 'string') return inString(spot, resource);
  if (spot.kind === 'filter') return [];
  if (spot.argumentOf === undefined || !isConfig(spot.argumentOf)) return namesOf(spot.owner);
  if (spot.argument !== undefined) {
    return [...configValues(resource, spot.argument, { booleans: ['true', 'false'], quote: "'" }), ...namesOf('')];
  }
  const isSet = /^\s*=/.test(text.slice(spot.end, spot.end + 20));
  return configKeys(resource, (key) => (isSet ? key : `${key}=`)).map((offer) => ({ ...offer, label: inJinja }));
}

function inString({ of, argument }: JinjaSpot & { kind: 'string' }, resource: string): Offer[] {
  if (argument === null) return /^(?:\w+\.)?config\.(?:get|require)$/.test(of) ? configKeys('model') : [];
  return isConfig(of) ? configValues(resource, argument, {}) : [];
}

/** A keyword has no hyphen. */
function inJinja(key: string): string {
  return key.replaceAll('-', '_');
}

/** Names that dbt's documentation has a page for; the rest is what dbt itself uses. */
function isDocumented({ documentation = '' }: ApiText): boolean {
  return /\/dbt-jinja-functions\/./.test(documentation);
}

/** Members are written behind their owner. */
function member(rest: string): string | null {
  return rest.includes('.') ? null : rest;
}

/** Macros that are called without a package, because their own pages say so. */
const bareMacros: ReadonlySet<string> = new Set(['is_incremental', 'run_query', 'statement', 'set_sql_header']);

/** Tests are used in YAML. */
function macro(rest: string): string | null {
  return rest.startsWith('test_') ? null : member(rest);
}

/** Most macros of dbt are called by dbt alone; those across databases are for models. */
function crossDatabase(rest: string, { documentation = '' }: ApiText): string | null {
  return documentation.endsWith('/cross-database-macros') || bareMacros.has(rest) ? rest : null;
}

function namesOf(owner: string): Offer[] {
  const name = owner.replace(/^builtins(?:\.|$)/, '');
  const context: NamesOffer = { from: 'names', section: 'dbt/context', below: name && `${name}.`, label: member };
  if (name === '') {
    const bare = (rest: string) => (bareMacros.has(rest) ? rest : null);
    return [
      { ...context, isCommon: isDocumented },
      { from: 'names', section: 'dbt/macros', below: '', label: bare },
    ];
  }
  if (name === 'dbt') return [{ from: 'names', section: 'dbt/macros', below: '', label: crossDatabase }];
  if (!/^dbt_\w+$/.test(name)) return [context];
  return [{ from: 'names', section: 'dbt-packages/macros', below: `${name}.`, label: macro }, context];
}

/** Keys of configuration: dbt's own, and those of the adapters that the project installs. */
export function configKeys(resource: string, insert?: NamesOffer['insert']): NamesOffer[] {
  const written = insert && { insert };
  const own: NamesOffer = { from: 'names', section: 'dbt/keys', below: `config.${resource}.`, ...written };
  return [
    own,
    ...ofAdapters(resource, (adapter) => ({ ...own, section: 'dbt/adapters', below: `${adapter}.config.` })),
  ];
}

/** Accepted values of a key of configuration, those that an installed adapter adds among them. */
export function configValues(
  resource: string,
  key: string,
  style: { booleans?: readonly [string, string]; quote?: string },
): Offer[] {
  const values: Offer = { from: 'values', ...configNames(resource, key), ...style };
  if (key !== 'materialized' && key !== 'incremental_strategy') return [values];
  const quote = style.quote ?? '';
  const more = ofAdapters(resource, (adapter): Offer => {
    if (key === 'incremental_strategy') {
      return { ...values, names: [{ section: 'dbt/adapters', name: `${adapter}.${key}` }], unique: [] };
    }
    const label = (name: string) => (/^(?:seed|snapshot|test|clone)$/.test(name) ? null : name);
    const insert = (name: string) => quote + name + quote;
    return { from: 'names', section: 'dbt/adapters', below: `${adapter}.materialization.`, label, insert };
  });
  return [values, ...more];
}

/** The same for every adapter, where the project pins it and the resource is one that adapters build. */
function ofAdapters<T extends Offer>(resource: string, offer: (adapter: string) => T): T[] {
  if (!/^(?:model|seed|snapshot)$/.test(resource)) return [];
  return adapters.map((adapter) => ({ ...offer(adapter), pinned: `dbt-${adapter}` }));
}

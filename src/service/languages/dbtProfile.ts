import type { ApiName } from './apiReference';

/** Other names that an adapter's own code gives to keys of its connection. */
const aliases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  bigquery: { project: 'database', dataset: 'schema' },
  postgres: { dbname: 'database', pass: 'password' },
  redshift: { dbname: 'database', pass: 'password' },
};

/** What a key of a connection is called in the catalogue: `project` of BigQuery is its `database`. */
export function profileName(adapter: string, key: string): ApiName {
  const own = Object.hasOwn(aliases, adapter) ? aliases[adapter] : undefined;
  const name = own && Object.hasOwn(own, key) ? own[key] : key;
  return { section: 'dbt/adapters', name: `${adapter}.profile.${name}` };
}

/** Keys of connections that `target` shows, as far as all adapters with such a key show it: passwords are left out. */
const shown = new Set(
  'project dataset schema account warehouse role host port http_path location execution_project priority region cluster endpoint organization work_group'.split(
    ' ',
  ),
);

/** What `target.<field>` may be, by the adapters; null where it is no key of a connection that `target` shows. */
export function targetNames(path: string, adapters: readonly string[]): ApiName[] | null {
  const field = /^target\.(\w+)$/.exec(path)?.[1];
  return field !== undefined && shown.has(field) ? adapters.map((adapter) => profileName(adapter, field)) : null;
}

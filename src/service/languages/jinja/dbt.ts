import type { ApiName, ApiReference } from '../apiReference';
import type { InnerMention } from '../inner';
import { dbtCallOf } from '../../dbt/call';
import { targetNames } from '../dbtProfile';
import { jinjaCallAt } from './argument';
import { jinjaNameAt, type JinjaName } from './place';

/** Adapters whose configuration the catalogue knows. */
export const adapters = 'athena bigquery databricks duckdb postgres redshift snowflake spark trino'.split(' ');

/** A name of dbt in Jinja, in a file that is known to be dbt's. `path`: the file's; `from`: where the template begins. */
export function dbtJinjaReference(text: string, offset: number, path: string, from = 0): ApiReference | null {
  const found = jinjaNameAt(text, offset, from);
  if (!found) return null;
  const { token } = found;
  switch (found.kind) {
    case 'name':
      return { start: token.start, end: token.end, ...namesOf(found) };
    case 'argument':
      if (!isConfig(found.of)) return argumentReference(found);
      return { start: token.start, end: token.end, ...configNames(resourceOf(found.block, path), token.text) };
    case 'entry':
      if (!isConfig(found.of)) return null;
      return { start: token.start, end: token.end, ...configNames(resourceOf(found.block, path), token.text) };
    case 'value':
      if (!isConfig(found.of)) return null;
      return valueReference(found, configNames(resourceOf(found.block, path), found.argument));
    case 'first':
      if (!/^(?:\w+\.)?config\.(?:get|require)$/.test(found.of)) return null;
      // a macro reads what any adapter may have: only dbt's own keys are certain
      return { start: token.start + 1, end: token.end - 1, names: configNames('model', token.text.slice(1, -1)).names };
  }
}

/** What an argument of `ref` or `source` names. */
export function dbtNameAt(text: string, offset: number, from = 0): InnerMention | null {
  const found = jinjaCallAt(text, offset, from);
  const call = found && dbtCallOf(found.of.replace(/^builtins\./, ''), found.args, found.index);
  return call && { kind: 'dbtCall', call, start: found.start, end: found.end };
}

export function isConfig(name: string): boolean {
  return name === 'config' || name === 'builtins.config';
}

function argumentReference({ token, of }: JinjaName & { kind: 'argument' }): ApiReference {
  return { start: token.start, end: token.end, names: calledNames(of), called: true, parameter: token.text };
}

function valueReference({ token }: JinjaName, names: Pick<ApiReference, 'names'>): ApiReference {
  return { start: token.start + 1, end: token.end - 1, names: names.names, value: token.text.slice(1, -1) };
}

function namesOf({ path, called }: JinjaName & { kind: 'name' }): Pick<ApiReference, 'names' | 'unique' | 'called'> {
  if (called) return { names: calledNames(path), called };
  const unique = targetNames(path, adapters);
  return { names: [{ section: 'dbt/context', name: path.replace(/^builtins\./, '') }], ...(unique && { unique }) };
}

/** What a function or macro that is called by this path may be. */
export function calledNames(path: string): ApiName[] {
  const name = path.replace(/^builtins\./, '');
  const names: ApiName[] = [{ section: 'dbt/context', name }];
  const macro = name.replace(/^dbt\./, '');
  if (!macro.includes('.')) names.push({ section: 'dbt/macros', name: macro });
  else if (/^dbt_\w+\.\w+$/.test(macro)) names.push({ section: 'dbt-packages/macros', name: macro });
  return names;
}

/** A key of configuration: dbt's own, else that of the only adapter which has one of that name. */
export function configNames(resource: string, written: string): Pick<ApiReference, 'names' | 'unique'> {
  const key = written.replace(/^(pre|post)_hook$/, '$1-hook');
  return {
    names: [{ section: 'dbt/keys', name: `config.${resource}.${key}` }],
    ...(/^(?:model|seed|snapshot)$/.test(resource) && {
      unique: adapters.map((adapter) => ({ section: 'dbt/adapters', name: `${adapter}.config.${key}` })),
    }),
  };
}

const folders: readonly [RegExp, string][] = [
  [/(?:^|\/)snapshots\//, 'snapshot'],
  [/(?:^|\/)seeds\//, 'seed'],
  [/(?:^|\/)tests\//, 'data_test'],
  [/(?:^|\/)analyses\//, 'analysis'],
];

/** What a call of `config` configures. */
export function resourceOf(block: string, path: string): string {
  if (block === 'snapshot') return 'snapshot';
  if (block === 'test' || block === 'data_test') return 'data_test';
  return folders.find(([folder]) => folder.test(path))?.[1] ?? 'model';
}

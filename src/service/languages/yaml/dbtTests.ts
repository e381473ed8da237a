import type { ApiName, ApiReference } from '../apiReference';
import { configNames } from '../jinja/dbt';
import type { Beside } from './beside';
import { resourceHolder, type Holder } from './dbtHolder';

type Names = Pick<ApiReference, 'names' | 'unique' | 'called' | 'parameter'>;

/** Configuration that may stand among the arguments of a test. */
export const testConfig: ReadonlySet<string> = new Set(
  `severity where limit warn_if error_if fail_calc store_failures store_failures_as tags enabled sql_header meta database
  schema alias`.split(/\s+/),
);

/** What dbt takes out of the entry of a test, before the rest goes to the test. */
export const testKeys: ReadonlySet<string> = new Set(
  'arguments config name description column_name test_name'.split(' '),
);

/** Arguments that dbt gives to a test itself. */
const given: ReadonlySet<string> = new Set(['model', 'column_name']);

/** What a key in a list of tests, in the entry of one, or among its arguments is. */
export function testKeyNames(holder: Holder, key: string, beside: Beside): Names {
  if ('argumentsOf' in holder) return argumentNames(holder.argumentsOf, key);
  const flat = 'test' in holder ? holder.test : flatTest(key, beside);
  if (flat === undefined) return testNames(key);
  if (testConfig.has(key)) return configNames('data_test', key);
  return testKeys.has(key) ? { names: [{ section: 'dbt/keys', name: `test.${key}` }] } : argumentNames(flat, key);
}

/** The test of an entry whose keys stand beside `test_name`. */
function flatTest(key: string, beside: Beside): string | undefined {
  return key === 'test_name' ? '' : beside('test_name');
}

function argumentNames(test: string, key: string): Names {
  return given.has(key) ? { names: [] } : { ...testNames(test), parameter: key };
}

/** Arguments of a test that a project writes, from its macro's signature. */
export function writtenArguments(signature: readonly string[]): string[] {
  return signature.map((one) => one.split('=', 1)[0] ?? '').filter((name) => /^\w+$/.test(name) && !given.has(name));
}

/** Generic tests: `unique` is a macro called `test_unique`. */
export function testNames(name: string): Pick<ApiReference, 'names' | 'called'> {
  return { names: [testMacro(name)], called: true };
}

export function testMacro(name: string): ApiName {
  const dot = name.lastIndexOf('.');
  const macro = `${name.slice(0, dot + 1)}test_${name.slice(dot + 1)}`;
  return { section: dot < 0 ? 'dbt/macros' : 'dbt-packages/macros', name: macro };
}

/** The test whose arguments may stand in the mapping at a path. */
export function argumentsAt(path: readonly string[]): NamedTest | null {
  const holder = path.length > 0 ? resourceHolder(path) : null;
  if (!holder) return null;
  if ('argumentsOf' in holder) return named(holder.argumentsOf);
  return 'test' in holder ? named(holder.test) : null;
}

/** The generic test that is named at a path, or whose argument stands there. */
export interface NamedTest {
  name: string;
  package?: string;
  argument?: string;
}

/** `part`: of the key at the end of the path, or of an entry of the list there. */
export function testAt(
  path: readonly string[],
  part: 'key' | 'value',
  written: string,
  beside: Beside,
): NamedTest | null {
  if (part === 'value') return isTestValue(path) ? named(written) : null;
  const holder = path.length > 1 ? resourceHolder(path.slice(0, -1)) : null;
  if (!holder || 'keys' in holder || 'config' in holder) return null;
  if ('argumentsOf' in holder) return named(holder.argumentsOf, written);
  if ('tests' in holder && flatTest(written, beside) === undefined) return named(written);
  const test = 'test' in holder ? holder.test : (beside('test_name') ?? '');
  return testKeys.has(written) || testConfig.has(written) ? null : named(test, written);
}

/** An entry that is nothing but the name of a test, or the value of `test_name`. */
export function isTestValue(path: readonly string[]): boolean {
  if (path.at(-1) !== '[]' && path.at(-1) !== 'test_name') return false;
  const holder = resourceHolder(path.at(-1) === '[]' ? path : path.slice(0, -1));
  return holder !== null && 'tests' in holder;
}

function named(written: string, argument?: string): NamedTest | null {
  const [, owner, name = ''] = /^(?:([A-Za-z_]\w*)\.)?([A-Za-z_]\w*)$/.exec(written) ?? [];
  if (name === '' || (argument !== undefined && given.has(argument))) return null;
  return { name, ...(owner !== undefined && { package: owner }), ...(argument !== undefined && { argument }) };
}

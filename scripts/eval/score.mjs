// @ts-check
// Whether a hover says what pyright found.
import { definedPath } from './definitions.mjs';

/**
 * @typedef {import('./positions.mjs').Kind} Kind
 * @typedef {import('./oracle.mjs').Place} Place
 * @typedef {'right' | 'missed' | 'other' | 'needless' | 'guessed' | 'outside'} Verdict
 * @typedef {{ known: 'symbol' | 'outside' | 'other' | 'nothing', paths: string[] }} Meant
 */

const packages = /^(?:pyspark|delta|airflow|dlt)\b/;

/** The path that a hover is about: a symbol, or `symbol(parameter)`; null for silence. */
export function pathSaid(/** @type {any} */ mention) {
  if (!mention) return null;
  if (mention.kind === 'symbol') return mention.path;
  return mention.kind === 'parameter' ? `${mention.of}(${mention.name})` : null;
}

/**
 * What pyright's places stand for. `outside`: in one of the packages, but no name of the inventory; `other`: something else;
 * `nothing`: pyright found no definition.
 * @param {Place[]} places @param {Kind} kind @param {string | null} said
 * @param {{ api: import('../../src/catalogue/api.ts').ApiNames, folders: string[] }} world
 * @returns {Meant}
 */
export function meantBy(places, kind, said, { api, folders }) {
  if (places.length === 0) return { known: 'nothing', paths: [] };
  /** @type {string[]} */
  const [known, outside] = [/** @type {string[]} */ ([]), /** @type {string[]} */ ([])];
  for (const place of places) {
    const one = definedPath(place, folders);
    if (!one || one.module || !packages.test(one.path)) continue;
    const path = one.path.replace(/\.__(?:init|new)__$/, '').replace(/^dlt\b(?:\.api\b)?/, 'pyspark.pipelines');
    const symbol = api.lookup(path);
    if (symbol && symbol.kind !== 'module') {
      known.push(namedBy(symbol, one.parameter, kind));
      if (said !== null && movedTo(said, api) === symbol.path) known.push(said);
    } else if (said !== null && (sameTail(said, { ...one, path }) || isSetBy(said, path))) known.push(said);
    else outside.push(one.parameter === undefined ? path : `${path}(${one.parameter})`);
  }
  if (known.length > 0) return { known: 'symbol', paths: [...new Set(known)] };
  return outside.length > 0 ? { known: 'outside', paths: [...new Set(outside)] } : { known: 'other', paths: [] };
}

/** Where a class went that a hover names by its former place, and of which it says so: `pyspark.sql.utils.AnalysisException`. */
function movedTo(/** @type {string} */ said, /** @type {any} */ api) {
  return api.lookup(said)?.moved?.to;
}

/** @param {import('../../src/catalogue/api.ts').ApiSymbol} symbol @param {string | undefined} parameter @param {Kind} kind */
function namedBy(symbol, parameter, kind) {
  if (parameter !== undefined) return `${symbol.path}(${parameter})`;
  // the parameters of an attrs class are its attributes
  const [, owner, name] = /^(.*)\.(\w+)$/.exec(symbol.path) ?? [];
  return kind === 'keyword' && symbol.kind === 'attribute' ? `${owner}(${name})` : symbol.path;
}

/**
 * A definition in a module that the inventory does not name, such as `airflow._shared`: the same package, and the same class
 * and name in it, is the same thing under the name that people use.
 * @param {string} said @param {{ path: string, parameter?: string }} defined
 */
function sameTail(said, { path, parameter }) {
  const [shown = '', shownParameter] = said.replace(/\)$/, '').split('(');
  return shown.split('.')[0] === path.split('.')[0] && own(shown) === own(path) && shownParameter === parameter;
}

/** A path from its class on: `DAG.dag_id`; of what stands in a module its name. */
function own(/** @type {string} */ path) {
  return path.replace(/^(?:[a-z_]\w*\.)+(?=[A-Z]|\w+(?:\(|$))/, '');
}

/**
 * Airflow's names in 2 and in 3 where only the module differs, `airflow.models.BaseOperator` and `airflow.sdk.BaseOperator`: the
 * one moved, and a hover on either says so.
 * @param {string} said @param {string} meant
 */
function same(said, meant) {
  const [a, b] = [documented(said), documented(meant)];
  if (a === b) return true;
  return a.startsWith('airflow.') && b.startsWith('airflow.') && own(a) === own(b) && isMoved(a) !== isMoved(b);
}

/**
 * The path under which Airflow documents what stands elsewhere: operators' members that their abstract base declares, the logger
 * that every class has, the parameters that the decorator hands on to the Dag.
 */
function documented(/** @type {string} */ path) {
  return path
    .replace(/^airflow\.(?:\w+\.)*abstractoperator\.AbstractOperator\b/, 'airflow.models.BaseOperator')
    .replace(/^airflow\.(?:models\.dag|sdk)\.dag\(/, 'airflow.models.DAG(')
    .replace(/^pyspark\.sql\.readwriter\./, 'pyspark.sql.')
    .replace(/^airflow\..*\.log$/, 'airflow.log');
}

/** In a place that Airflow 3 has left: not the Task SDK's, and not a provider's. */
function isMoved(/** @type {string} */ path) {
  return !/^airflow\.(?:sdk|providers)\./.test(path);
}

/** @param {string | null} said @param {Meant} meant @returns {Verdict | null} */
export function judge(said, meant) {
  if (meant.known === 'symbol')
    return said === null ? 'missed' : meant.paths.some((path) => same(said, path)) ? 'right' : 'other';
  if (meant.known === 'outside') return said === null ? 'outside' : 'other';
  if (said === null) return null;
  return meant.known === 'nothing' ? 'guessed' : 'needless';
}

/** An attribute of an operator is the parameter that sets it. @param {string} said @param {string} path */
function isSetBy(said, path) {
  const [, owner = '', name = ''] = /^(.*)\((\w+)\)$/.exec(said) ?? [];
  const last = (/** @type {string} */ dotted) => dotted.slice(dotted.lastIndexOf('.') + 1);
  return name !== '' && last(path) === name && last(path.slice(0, path.lastIndexOf('.'))) === last(owner);
}

/** @param {string | null} said @param {Meant} meant @returns {'Spark' | 'Airflow' | null} */
export function toolOf(said, { paths }) {
  const path = paths[0] ?? said;
  if (path === null) return null;
  return path.startsWith('airflow.') ? 'Airflow' : 'Spark';
}

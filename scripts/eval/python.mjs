#!/usr/bin/env node
// @ts-check
/**
 * How often a hover on Python code names the right symbol, and how often a wrong one, held against pyright with the real
 * packages: `npm run eval -- --code <folder> --packages <folder> [--packages <folder>]`. The code is a folder of checked-out
 * repositories, one a folder; the packages are folders into which the tools' releases were installed
 * (`pip install --target`). Nothing is fetched except pyright itself, into the user's cache.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parser } from '@lezer/python';
import { installPeers } from '../bench/peers.mjs';
import { mentionAt } from '../../src/service/python/position.ts';
import { Resolver } from '../../src/service/python/resolver.ts';
import { rawApi as api } from '../../test/service/python/rawApi.ts';
import { definedPath } from './definitions.mjs';
import { openPyright } from './pyright.mjs';

const { values: options } = parseArgs({
  options: {
    code: { type: 'string' },
    packages: { type: 'string', multiple: true, default: [] },
    /** Files of a repository at most, spread over it. */
    files: { type: 'string', default: '40' },
    /** A file for every position that differs. */
    differences: { type: 'string' },
  },
});
if (!options.code || options.packages.length === 0) throw new Error('--code and --packages are needed');
const packages = options.packages.map((folder) => path.resolve(folder));

const uses = /^\s*(?:from|import)\s+(?:pyspark|delta|airflow|dlt)\b/m;

/** @param {string} folder @returns {string[]} */
function pythonFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .flatMap((entry) => {
      const full = path.join(folder, entry.name);
      if (entry.isDirectory()) return pythonFiles(full);
      return entry.name.endsWith('.py') && statSync(full).size < 400_000 ? [full] : [];
    })
    .sort();
}

/** @param {string} text */
function positionsIn(text) {
  const tree = parser.parse(text);
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  /** @type {{ node: import('@lezer/common').SyntaxNode, line: number, character: number }[]} */
  const found = [];
  let line = 0;
  tree.iterate({
    enter(ref) {
      if (ref.name !== 'VariableName' && ref.name !== 'PropertyName') return;
      while (line + 1 < starts.length && (starts[line + 1] ?? 0) <= ref.from) line++;
      found.push({ node: ref.node, line, character: ref.from - (starts[line] ?? 0) });
    },
  });
  return { tree, found };
}

/** @typedef {'import' | 'name' | 'attribute' | 'keyword'} Kind */

/** @param {import('@lezer/common').SyntaxNode} node @returns {Kind} */
function kindOf(node) {
  if (node.parent?.name === 'ImportStatement') return 'import';
  if (node.parent?.name === 'ArgList' && node.nextSibling?.name === 'AssignOp') return 'keyword';
  return node.name === 'PropertyName' || node.prevSibling?.name === '.' ? 'attribute' : 'name';
}

/** Left is what a hover says, right what it should: `null` where it should be silent, `undefined` where pyright knows nothing. */
function ours(/** @type {any} */ mention) {
  if (!mention) return null;
  if (mention.kind === 'symbol') return mention.path;
  return mention.kind === 'parameter' ? `${mention.of}(${mention.name})` : null;
}

/** @param {Awaited<ReturnType<Awaited<ReturnType<typeof openPyright>>['definitions']>>} places */
function theirs(places, /** @type {Kind} */ kind, /** @type {string | null} */ said) {
  if (places.length === 0) return undefined;
  const found = places
    .map((place) => definedPath(place, packages))
    .map((one) => {
      if (!one || one.module) return null;
      const path = one.path.replace(/\.__(?:init|new)__$/, '');
      const symbol = api.lookup(path);
      if (!symbol) return said !== null && sameTail(said, one) ? said : null;
      if (one.parameter !== undefined) return `${symbol.path}(${one.parameter})`;
      // the parameters of an attrs class are its attributes
      const [, owner, name] = /^(.*)\.(\w+)$/.exec(symbol.path) ?? [];
      return kind === 'keyword' && symbol.kind === 'attribute' ? `${owner}(${name})` : symbol.path;
    });
  const known = found.filter((one) => one !== null);
  return known.length > 0 ? known : null;
}

/**
 * A definition in a module that the inventory does not name, such as `airflow._shared`: the same package, and the same last
 * name, is the same thing under the name that people use.
 * @param {string} said @param {{ path: string, parameter?: string }} defined
 */
function sameTail(said, { path, parameter }) {
  const [shown = '', shownParameter] = said.replace(/\)$/, '').split('(');
  const last = (/** @type {string} */ dotted) => dotted.slice(dotted.lastIndexOf('.') + 1);
  return shown.split('.')[0] === path.split('.')[0] && last(shown) === last(path) && shownParameter === parameter;
}

/** @type {Record<Kind, { asked: number, known: number, right: number, missed: number, other: number, needless: number, guessed: number }>} */
const counts = { import: zero(), name: zero(), attribute: zero(), keyword: zero() };
function zero() {
  return { asked: 0, known: 0, right: 0, missed: 0, other: 0, needless: 0, guessed: 0 };
}
/** @type {string[]} */
const differences = [];
let filesRead = 0;

for (const repository of readdirSync(options.code).sort()) {
  const root = path.resolve(options.code, repository);
  if (!statSync(root).isDirectory()) continue;
  const all = pythonFiles(root).filter((file) => uses.test(readFileSync(file, 'utf8')));
  const step = Math.max(1, all.length / Number(options.files));
  const files = all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  if (files.length === 0) continue;
  const pyright = await openPyright(installPeers()['pyright-langserver'], { root, packages });
  for (const file of files) await evaluate(file, path.relative(options.code, file), pyright);
  pyright.stop();
  filesRead += files.length;
  console.error(`${repository}: ${files.length} files`);
  if (options.differences) writeFileSync(options.differences, differences.join('\n') + '\n');
}

/** @param {string} file @param {string} title @param {Awaited<ReturnType<typeof openPyright>>} pyright */
async function evaluate(file, title, pyright) {
  const text = readFileSync(file, 'utf8');
  const { tree, found } = positionsIn(text);
  const resolver = new Resolver(tree, text, api, new WeakMap());
  pyright.open(file, text);
  const answers = await Promise.all(found.map(({ line, character }) => pyright.definitions(file, { line, character })));
  pyright.close(file);
  found.forEach(({ node, line }, index) => {
    const mention = mentionAt(node, node.from, resolver);
    const said = ours(mention);
    const kind = kindOf(node);
    const meant = theirs(answers[index] ?? [], kind, said);
    const count = counts[kind];
    count.asked++;
    if (Array.isArray(meant)) count.known++;
    const verdict = judge(said, meant);
    if (verdict === null) return;
    count[verdict]++;
    if (verdict !== 'right') {
      const word = text.slice(node.from, node.to);
      const first = answers[index]?.[0];
      differences.push(
        [
          verdict,
          kind,
          `${title}:${line + 1}`,
          word,
          `ours ${said}`,
          `pyright ${meant ?? (first ? `${first.file}:${first.line + 1}` : 'nothing')}`,
        ].join('\t'),
      );
    }
  });
}

/** @param {string | null} said @param {string[] | null | undefined} meant */
function judge(said, meant) {
  if (Array.isArray(meant)) return said === null ? 'missed' : meant.includes(said) ? 'right' : 'other';
  if (said === null) return null;
  return meant === undefined ? 'guessed' : 'needless';
}

/** @param {number} part @param {number} whole */
function share(part, whole) {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`;
}

console.log(`${filesRead} files`);
console.table(
  Object.fromEntries(
    Object.entries(counts).map(([kind, { asked, known, right, missed, other, needless, guessed }]) => [
      kind,
      {
        positions: asked,
        'on symbols': known,
        right,
        missed,
        recall: share(right, known),
        'another symbol': other,
        'none to give': needless,
        wrong: share(other + needless, right + other + needless),
        'pyright knows nothing': guessed,
      },
    ]),
  ),
);
if (options.differences) writeFileSync(options.differences, differences.join('\n') + '\n');

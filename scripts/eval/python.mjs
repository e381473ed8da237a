#!/usr/bin/env node
// @ts-check
/**
 * How often a hover on Python code names the right symbol, and how often a wrong one, held against pyright with the real
 * packages. `scripts/eval/README.md` says how to make the folders, and has the figures of the last run.
 *
 *     npm run eval -- --code <folder> --packages <folder> [--packages <folder> …]
 *
 * The code is a folder of checked-out repositories, one a folder. The packages are folders into which the tools' releases
 * were installed (`pip install --target`): one with Spark, and one for each line of Airflow. A file of Airflow's is held
 * against the line whose source has more of the names that it imports (see `choose`). Nothing is fetched except pyright
 * itself, into the user's cache.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parser } from '@lezer/python';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ApiKnowledge } from '../../src/catalogue/apiKnowledge.ts';
import { Python } from '../../src/service/languages/python.ts';
import { renderPythonMention } from '../../src/service/python/apiHover.ts';
import { rawApi as api } from '../../test/service/python/rawApi.ts';
import { choose, environmentsOf } from './environments.mjs';
import { filesOf } from './files.mjs';
import { Oracle } from './oracle.mjs';
import { kindOf, positionsIn } from './positions.mjs';
import { judge, meantBy, pathSaid, toolOf } from './score.mjs';
import { Table } from './table.mjs';

const { values: options } = parseArgs({
  options: {
    code: { type: 'string' },
    packages: { type: 'string', multiple: true, default: [] },
    /** Files of a repository at most, spread over it. */
    files: { type: 'string', default: '10' },
    /** Only repositories whose folder begins so. */
    only: { type: 'string', default: '' },
    /** Only the files of a repository from this one on. */
    from: { type: 'string', default: '0' },
    /** Leave out files whose path holds this. */
    without: { type: 'string', multiple: true, default: [] },
    /** A file for every position that differs. */
    differences: { type: 'string' },
    /** Only files of which pyright's answers are kept. */
    kept: { type: 'boolean', default: false },
  },
});
if (!options.code || options.packages.length === 0) throw new Error('--code and --packages are needed');
const environments = environmentsOf(options.packages.map((folder) => path.resolve(folder)));

const catalogue = new URL('../../dist/catalogue/', import.meta.url);
const knowledge = new ApiKnowledge(async (file) => readFileSync(new URL(file, catalogue), 'utf8'));

const table = new Table();
/** @type {string[]} */
const differences = [];
/** @type {Map<string, number>} */
const filesBy = new Map();
/** @type {Set<string>} */
const seen = new Set();

const root = path.resolve(options.code);
const most = Number(options.files);
const repositories = readdirSync(root)
  .sort()
  .filter((name) => name.startsWith(options.only) && statSync(path.join(root, name)).isDirectory())
  .filter((name) => filesOf(path.join(root, name), most).length > 0);
const files = repositories
  .flatMap((repository) => {
    const texts = new Map(filesOf(path.join(root, repository), most).map((file) => [file, readFileSync(file, 'utf8')]));
    return [...choose(texts, environments)].map(([file, environment], turn) => {
      return { file, text: texts.get(file) ?? '', environment, turn };
    });
  })
  .filter(({ turn }) => turn >= Number(options.from))
  .filter(({ file }) => !options.without.some((part) => file.includes(part)));
// in turns, so that a run that is cut short has seen every repository
files.sort((a, b) => a.turn - b.turn);
const roots = repositories.map((repository) => path.join(root, repository));
const oracles = new Map(environments.map((environment) => [environment, new Oracle(root, roots, environment)]));
for (const { file, text, environment } of files) {
  const oracle = oracles.get(environment);
  if (oracle) await evaluate(file, text, environment, oracle);
  if (!options.kept)
    console.error(`${new Date().toISOString().slice(11, 19)} ${environment.name} ${path.relative(root, file)}`);
}
for (const oracle of oracles.values()) await oracle.stop();

/** @param {string} file @param {string} text @param {import('./environments.mjs').Environment} environment @param {Oracle} oracle */
async function evaluate(file, text, environment, oracle) {
  const title = path.relative(root, file);
  const found = positionsIn(parser, text);
  const answers = await oracle.definitions(file, text, found, options.kept);
  if (!answers) return;
  seen.add(title.split(path.sep)[0] ?? '');
  filesBy.set(environment.name, (filesBy.get(environment.name) ?? 0) + 1);
  const says = await hoversOf(text, found);
  found.forEach(({ node, line }, index) => {
    const said = says[index] ?? null;
    const kind = kindOf(node);
    const meant = meantBy(answers[index] ?? [], kind, said, { api, folders: environment.folders });
    const verdict = judge(said, meant);
    const tool = toolOf(said, meant);
    if (tool !== null) table.add(tool, kind, verdict);
    if (verdict === null || verdict === 'right') return;
    const first = answers[index]?.[0];
    const known = meant.paths.join(' | ') || (first ? `${first.file}:${first.line + 1}` : 'nothing');
    const word = text.slice(node.from, node.to);
    differences.push([verdict, kind, `${title}:${line + 1}`, word, `ours ${said}`, `pyright ${known}`].join('\t'));
  });
}

/** What the hover at each position is about, as the extension shows it: from the compiled names. @param {string} text @param {{ line: number, character: number }[]} found */
async function hoversOf(text, found) {
  const python = new Python();
  const document = TextDocument.create('file:///a.py', 'python', 1, text);
  const names = await knowledge.names(python.apiPaths(document));
  const says = [];
  for (const position of found) {
    const mention = python.apiMentionAt(document, document.offsetAt(position), names);
    const shown =
      mention && (await renderPythonMention(mention, names, knowledge, { links: 'none', signature: 'always' }));
    says.push(shown ? pathSaid(mention) : null);
  }
  return says;
}

const counted = [...filesBy.values()].reduce((sum, count) => sum + count, 0);
const by = [...filesBy].map(([name, count]) => `${count} with ${name}`).join(', ');
console.log(`${new Date().toISOString().slice(0, 10)}: ${counted} files of ${seen.size} repositories (${by})\n`);
console.log(table.markdown());
if (options.differences) writeFileSync(options.differences, differences.join('\n') + '\n');

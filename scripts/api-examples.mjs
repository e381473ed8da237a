#!/usr/bin/env node
/**
 * `npm run api:examples`: executes the examples of the explanations in `src/content/api/{pyspark,spark-sql}` on a real
 * Spark, and writes what each gave to `examples.json` beside them. The running itself is `api-examples/run.py`.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { cacheFolder } from './cache.mjs';
import { findPython, makeContext, Stop } from './engines/environments.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const content = join(root, 'src/content/api');

const help = `Usage: npm run api:examples -- [options]

Executes the examples of the API explanations on Spark and stores what they gave.

  --only <text>   only keys or files that contain the text; may be given more than once; the rest is kept
  --new           only examples that have not run as they stand
  --check         writes nothing; fails where a stored result is not what the example gives
  --help          print this
`;

/** Which section of which inventory holds examples that run, and as what. */
const sections = [
  { inventory: 'pyspark', section: 'symbols', language: 'python' },
  { inventory: 'spark-sql', section: 'functions', language: 'sql' },
];

/** Which environment runs a key. */
const engines = [
  { name: 'delta', jars: { ENGINES_DELTA_JARS: ['io.delta:delta-spark_4.2_2.13:4.4.0'] }, runs: /^delta\./ },
  { name: 'spark', jars: {}, runs: /^/ },
];

/** @returns {{ inventory: string, key: string, file: string, language: string, example: Record<string, unknown> }[]} */
function readExamples() {
  return sections.flatMap(({ inventory, section, language }) => {
    const folder = join(content, inventory);
    const files = readdirSync(folder).filter((name) => name.endsWith('.yml') && name !== 'scope.yml');
    return files.sort().flatMap((name) => {
      const file = join(folder, name);
      const entries = Object.entries(readYaml(file)?.[section] ?? {});
      return entries.flatMap(([key, entry]) =>
        entry?.example === undefined ? [] : [{ inventory, key, file, language, example: entry.example }],
      );
    });
  });
}

/** A file that somebody is still writing holds nobody up; the content rules say what is wrong with it. */
function readYaml(file) {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    console.error(`${relative(root, file)} is left out: ${String(error.message).split('\n')[0]}`);
    return undefined;
  }
}

function readStored(inventory) {
  const file = join(content, inventory, 'examples.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { engines: {}, examples: {} };
}

function hasRun({ inventory, key, example }) {
  const { examples } = readStored(inventory);
  if (!Object.hasOwn(examples, key)) return false;
  return JSON.stringify(examples[key]) === JSON.stringify(storedForm(example, examples[key].result));
}

/** The same results give the same bytes, one example a line. */
function textOf({ engines, examples }) {
  const sorted = (object) => Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = sorted(examples).map(([key, stored]) => `  ${JSON.stringify(key)}: ${JSON.stringify(stored)}`);
  const versions = JSON.stringify(Object.fromEntries(sorted(engines)));
  return `{\n"engines": ${versions},\n"examples": {\n${lines.join(',\n')}\n}\n}\n`;
}

async function run(engine, cases, context) {
  const environment = await context.environment(engine.name);
  const work = join(cacheFolder('engines'), 'work', `api-examples-${process.pid}`);
  mkdirSync(work, { recursive: true });
  const jars = {};
  for (const [name, coordinates] of Object.entries(engine.jars)) jars[name] = await context.jars(coordinates);
  const [input, output] = [join(work, 'cases.json'), join(work, 'results.jsonl')];
  // JSON has no word for what is not finite; Python's reader has
  const finite = (_key, value) => (typeof value === 'number' && !Number.isFinite(value) ? `\u0000${value}` : value);
  writeFileSync(input, JSON.stringify(cases, finite).replace(/"\\u0000(NaN|-?Infinity)"/g, '$1'));
  const child = spawn(join(environment, 'bin/python'), [join(root, 'scripts/api-examples/run.py'), input, output], {
    cwd: work,
    stdio: ['ignore', 'inherit', 'pipe'],
    env: {
      ...process.env,
      ...jars,
      PYTHONPYCACHEPREFIX: join(cacheFolder('engines'), 'pycache'),
      PYTHONDONTWRITEBYTECODE: '',
      PYTHONPATH: '',
      EXAMPLES_WORK: work,
    },
  });
  let log = '';
  child.stderr.on('data', (data) => (log = (log + data).slice(-20_000)));
  const code = await new Promise((done) => child.on('close', done));
  const results = existsSync(output) ? readFileSync(output, 'utf8').split('\n').slice(0, -1) : [];
  rmSync(work, { recursive: true, force: true });
  if (code !== 0) throw new Stop(`Spark ended with ${code}\n${log}`);
  return results.map((line) => JSON.parse(line));
}

/** What stands in the hover, by the example's own keys in one order, so that a rule can compare them. */
function storedForm({ over, schema, code }, result) {
  return { ...(over && { over }), ...(schema && { schema }), code: code.trimEnd(), result };
}

async function main() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: [] },
      new: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(help);
  const isChosen = ({ key, file }) =>
    values.only.length === 0 ||
    values.only.some((text) => key.includes(text) || relative(content, file).includes(text));
  const all = readExamples();
  const chosen = all.filter((one) => isChosen(one) && !(values.new && hasRun(one)));
  if (chosen.length === 0) return console.log('No example to run.');
  const context = makeContext(findPython());
  context.java();

  const done = [];
  for (const engine of engines) {
    const mine = chosen.filter(({ key }) => engines.find(({ runs }) => runs.test(key)) === engine);
    if (mine.length === 0) continue;
    const results = await run(engine, mine, context);
    done.push(...results.map(({ index, ...result }) => ({ ...mine[index], engine: engine.name, ...result })));
  }
  for (const { key, file, error } of done.filter((one) => one.error !== undefined)) {
    console.error(`FAIL ${key} (${relative(root, file)})\n     ${error.replaceAll('\n', '\n     ')}`);
  }
  const failed = done.filter(({ error }) => error !== undefined).length;
  const inventories = [...new Set(chosen.map((one) => one.inventory))];
  const changed = inventories.reduce((sum, inventory) => sum + store(inventory, done, all, values), 0);
  console.log(`${done.length - failed} executed, ${failed} failed, ${changed} changed`);
  process.exitCode = failed > 0 || (values.check && changed > 0) ? 1 : 0;
}

/** Puts the results to those stored, which are read only now: several runs may go on at once. Answers how many changed. */
function store(inventory, done, all, { only, check, new: pending }) {
  const before = readStored(inventory);
  const whole = only.length === 0 && !pending;
  const known = new Set(all.filter((one) => one.inventory === inventory).map(({ key }) => key));
  const engines = whole ? {} : { ...before.engines };
  const examples = Object.fromEntries(Object.entries(before.examples).filter(([key]) => !whole || known.has(key)));
  let changed = Object.keys(before.examples).length - Object.keys(examples).length;
  for (const { key, engine, example, result, error, versions } of done.filter((one) => one.inventory === inventory)) {
    const fresh = error === undefined ? storedForm(example, result) : undefined;
    if (JSON.stringify(examples[key]) !== JSON.stringify(fresh)) changed++;
    if (fresh === undefined) delete examples[key];
    else [examples[key], engines[engine]] = [fresh, versions];
  }
  if (!check) writeFileSync(join(content, inventory, 'examples.json'), textOf({ engines, examples }));
  return changed;
}

main().catch((error) => {
  console.error(error instanceof Stop ? error.message : error);
  process.exitCode = 1;
});

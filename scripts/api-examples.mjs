#!/usr/bin/env node
/**
 * `npm run api:examples`: checks the examples of the explanations in `src/content/api` on the real tools, and writes
 * what each gave, or how it was checked, to `examples.json` beside them. `api-examples/engines.mjs` says which driver
 * checks what.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { engines, run } from './api-examples/engines.mjs';
import { findPython, makeContext, Stop } from './engines/environments.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const content = join(root, 'src/content/api');

const help = `Usage: npm run api:examples -- [options]

Checks the examples of the API explanations on the real tools and stores what they gave.

  --only <text>   only keys or files that contain the text; may be given more than once; the rest is kept
  --engine <name> only what this engine checks; likewise
  --new           only examples that have not run as they stand
  --check         writes nothing; fails where a stored result is not what the example gives
  --help          print this
`;

/** @returns {{ inventory: string, section: string, key: string, file: string, language?: string, example: Record<string, unknown> }[]} */
function readExamples() {
  const folders = readdirSync(content, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name: inventory }) => {
    const folder = join(content, inventory);
    if (readYaml(join(folder, 'scope.yml'))?.unchecked !== undefined) return [];
    const files = readdirSync(folder).filter((name) => name.endsWith('.yml') && name !== 'scope.yml');
    return files.sort().flatMap((name) => examplesOf(inventory, join(folder, name)));
  });
}

function examplesOf(inventory, file) {
  const data = readYaml(file) ?? {};
  return Object.entries(data).flatMap(([section, entries]) =>
    Object.entries(Object(entries)).flatMap(([key, entry]) =>
      entry?.example === undefined
        ? []
        : [
            {
              inventory,
              section,
              key,
              file,
              language: entry.example.language ?? data.language,
              example: entry.example,
            },
          ],
    ),
  );
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

function hasRun({ inventory, section, key, example }) {
  const stored = readStored(inventory).examples[section]?.[key];
  return stored !== undefined && JSON.stringify(stored) === JSON.stringify(storedForm(example, stored));
}

/** The same results give the same bytes, one example a line. */
function textOf({ engines, examples }) {
  const sorted = (object) => Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
  const line = ([key, stored]) => `  ${JSON.stringify(key)}: ${JSON.stringify(stored)}`;
  const sections = sorted(examples).map(([section, of]) => `"${section}": {\n${sorted(of).map(line).join(',\n')}\n}`);
  const versions = JSON.stringify(Object.fromEntries(sorted(engines)));
  return `{\n"engines": ${versions},\n"examples": {${sections.join(',\n')}}\n}\n`;
}

/** What stands in the hover, by the example's own keys in one order, so that a rule can compare them. */
function storedForm({ over, schema, code }, { result, how }) {
  const checked = result === undefined ? { how } : { result };
  return { ...(over && { over }), ...(schema && { schema }), code: code.trimEnd(), ...checked };
}

async function main() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: [] },
      engine: { type: 'string', multiple: true, default: [] },
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
  const engineOf = (one) => engines.find(({ takes }) => takes(one));
  const isOfEngine = (one) => values.engine.length === 0 || values.engine.includes(engineOf(one)?.name);
  const chosen = all.filter((one) => isChosen(one) && isOfEngine(one) && !(values.new && hasRun(one)));
  if (chosen.length === 0) return console.log('No example to run.');
  const context = makeContext(findPython());

  const done = [];
  for (const engine of engines) {
    const mine = chosen.filter((one) => engineOf(one) === engine);
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
  for (const { key, file } of chosen.filter((one) => engineOf(one) === undefined)) {
    console.error(`FAIL ${key} (${relative(root, file)})\n     no engine of scripts/api-examples/engines.mjs takes it`);
  }
  console.log(`${done.length - failed} checked, ${chosen.length - done.length + failed} failed, ${changed} changed`);
  process.exitCode = failed > 0 || done.length < chosen.length || (values.check && changed > 0) ? 1 : 0;
}

/** Puts the results to those stored, which are read only now: several runs may go on at once. Answers how many changed. */
function store(inventory, done, all, { only, engine: chosenEngines, check, new: pending }) {
  const before = readStored(inventory);
  const whole = only.length === 0 && chosenEngines.length === 0 && !pending;
  const known = all.filter((one) => one.inventory === inventory);
  const versionsOf = whole ? {} : { ...before.engines };
  const examples = {};
  let changed = 0;
  for (const [section, stored] of Object.entries(before.examples)) {
    const isKnown = ([key]) => !whole || known.some((one) => one.section === section && one.key === key);
    examples[section] = Object.fromEntries(Object.entries(stored).filter(isKnown));
    changed += Object.keys(stored).length - Object.keys(examples[section]).length;
  }
  for (const { section, key, engine, example, error, versions, ...gave } of done) {
    if (gave.inventory !== inventory) continue;
    const fresh = error === undefined ? storedForm(example, gave) : undefined;
    const stored = (examples[section] ??= {});
    if (JSON.stringify(stored[key]) !== JSON.stringify(fresh)) changed++;
    if (fresh === undefined) delete stored[key];
    else [stored[key], versionsOf[engine]] = [fresh, versions];
  }
  if (!check) writeFileSync(join(content, inventory, 'examples.json'), textOf({ engines: versionsOf, examples }));
  return changed;
}

main().catch((error) => {
  console.error(error instanceof Stop ? error.message : error);
  process.exitCode = 1;
});

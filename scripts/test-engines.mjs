#!/usr/bin/env node
/**
 * Executes every snippet on its real engine. Each engine has a Python environment of its own in the user's cache folder,
 * made from a pinned and hashed requirements file and kept until that file changes.
 */
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cacheFolder } from './cache.mjs';
import { findPython, makeContext, Stop } from './engines/environments.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const here = join(root, 'scripts/engines');
const cache = cacheFolder('engines');
const snippets = join(root, 'snippets');
const verifiedFile = join(snippets, 'verified.json');

const help = `Usage: node scripts/test-engines.mjs [options]

Executes the snippets on their real engines.

  --only <text>     only snippets whose id contains the text; may be given more than once
  --engine <name>   only this engine; may be given more than once
  --write           write what was verified, and with which versions, to snippets/verified.json
  --jobs <number>   engines that run side by side (default: 2, or 1 on a single core)
  --keep            keep the working folders, to look at what a snippet left behind
  --list            print which snippet runs on which engine, and stop
  --help            print this
`;

const options = readOptions();

function readOptions() {
  try {
    return parseArgs({
      options: {
        only: { type: 'string', multiple: true, default: [] },
        engine: { type: 'string', multiple: true, default: [] },
        write: { type: 'boolean', default: false },
        jobs: { type: 'string', default: String(Math.min(2, availableParallelism())) },
        keep: { type: 'boolean', default: false },
        list: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    console.error(`${error.message}\n\n${help}`);
    process.exit(2);
  }
}

function snippetFiles() {
  const folders = readdirSync(snippets, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== 'projects',
  );
  return folders.flatMap(({ name }) =>
    readdirSync(join(snippets, name))
      .filter((file) => extname(file) !== '.md')
      .sort()
      .map((file) => ({
        id: `${name}-${basename(file, extname(file))}`,
        folder: name,
        file: join(snippets, name, file),
        needs: /^\W+needs: *(.*)$/m.exec(readFileSync(join(snippets, name, file), 'utf8'))?.[1] ?? '',
      })),
  );
}

/** Starter projects that have a driver of their own. */
function projectFiles(engines) {
  return engines.flatMap((engine) =>
    (engine.projects ?? []).map((name) => ({
      id: `project-${name}`,
      file: join(snippets, 'projects', name),
      engine,
      isProject: true,
    })),
  );
}

function engineOf(snippet, engines) {
  const found = engines.filter(
    (engine) =>
      engine.folders?.includes(snippet.folder) &&
      (engine.whenNeeds === undefined || new RegExp(engine.whenNeeds).test(snippet.needs)) &&
      (engine.unlessNeeds === undefined || !new RegExp(engine.unlessNeeds).test(snippet.needs)),
  );
  if (found.length !== 1) {
    throw new Stop(
      `${relative(root, snippet.file)}: ${found.length} engines run this file; see scripts/engines/engines.json`,
    );
  }
  return found[0];
}

// Running

async function runEngine(engine, files, context) {
  const environment = await context.environment(engine.environment ?? engine.name);
  const others = [];
  for (const name of engine.besides ?? []) others.push(await context.environment(name));
  // With the process id, so that two runs at once do not meet.
  const work = join(cache, 'work', `${engine.name}-${process.pid}`);
  mkdirSync(work, { recursive: true });
  const [report, log] = [join(work, 'report.jsonl'), join(work, 'log.txt')];
  const keptLog = join(cache, 'logs', `${engine.name}.log`);
  const jars = {};
  for (const [name, coordinates] of Object.entries(engine.jars ?? {})) jars[name] = await context.jars(coordinates);

  // The log is appended to through the shell, so that the driver can read how far it has grown.
  const child = spawn(
    'sh',
    [
      '-c',
      'exec "$0" "$@" >>"$ENGINES_LOG" 2>&1',
      join(environment, 'bin/python'),
      join(here, engine.driver),
      ...files,
    ],
    {
      cwd: work,
      stdio: 'ignore',
      env: {
        ...process.env,
        ...jars,
        ...(engine.java ? { ENGINES_JAVA: context.java() } : {}),
        PATH: [...others, environment].map((folder) => `${join(folder, 'bin')}:`).join('') + process.env.PATH,
        PYTHONPATH: here,
        // Beside the environments: the repository stays clean, and no process compiles what another one has.
        PYTHONPYCACHEPREFIX: join(cache, 'pycache'),
        PYTHONDONTWRITEBYTECODE: '',
        // Jobs of seconds: compile quickly rather than well, and leave the other core to the other engine.
        JDK_JAVA_OPTIONS: '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC',
        ENGINES_CACHE: cache,
        ENGINES_ENVIRONMENT: environment,
        ENGINES_WORK: work,
        ENGINES_LOG: log,
        ENGINES_REPORT: report,
      },
    },
  );
  const results = [];
  const take = (result) => {
    results.push({ ...result, log: keptLog });
    print(results.at(-1), context.idOf(result.file));
  };
  const readReport = () => {
    const lines = existsSync(report) ? readFileSync(report, 'utf8').split('\n').slice(results.length, -1) : [];
    for (const line of lines) take(JSON.parse(line));
  };
  const reading = setInterval(readReport, 500);
  const code = await new Promise((done) => child.on('close', done));
  clearInterval(reading);
  mkdirSync(dirname(keptLog), { recursive: true });
  copyFileSync(log, keptLog);
  readReport();
  for (const file of files) {
    if (!results.some((result) => result.file === file)) {
      take({ file, ok: false, seconds: 0, error: `the driver ended with ${code} before it came to this file` });
    }
  }
  if (!options.keep) rmSync(work, { recursive: true, force: true });
  return results;
}

function print(result, id) {
  const versions = Object.entries(result.versions ?? {}).map(([name, version]) => `${name} ${version}`);
  const how = result.ok ? `${result.how}, ${versions.join(', ')}` : result.error;
  console.log(`${result.ok ? 'ok  ' : 'FAIL'} ${id} ${result.seconds.toFixed(1)} s (${how})`);
  if (!result.ok) console.log(`     log: ${relative(root, result.log)}`);
}

async function runAll(groups, context) {
  const waiting = [...groups];
  const results = [];
  const work = async () => {
    for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
      const [engine, files] = group;
      results.push(...(await runEngine(engine, files, context)));
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Number(options.jobs)) }, work));
  return results;
}

// What was verified

function verified(results, idOf, previous, complete) {
  const fresh = Object.fromEntries(
    results
      .filter((result) => result.ok)
      .map((result) => [idOf(result.file), { result: result.how, versions: result.versions }]),
  );
  const all = complete ? fresh : { ...previous, ...fresh };
  return Object.fromEntries(
    Object.keys(all)
      .sort()
      .map((id) => [id, all[id]]),
  );
}

function formatVerified(entries) {
  const lines = Object.entries(entries).map(([id, entry]) => `  ${JSON.stringify(id)}: ${JSON.stringify(entry)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

async function main() {
  if (options.help) return console.log(help);
  const engines = JSON.parse(readFileSync(join(here, 'engines.json'), 'utf8'));
  const all = [
    ...snippetFiles().map((snippet) => ({ ...snippet, engine: engineOf(snippet, engines) })),
    ...projectFiles(engines),
  ];
  const chosen = all.filter(
    ({ id, engine }) =>
      (options.only.length === 0 || options.only.some((text) => id.includes(text))) &&
      (options.engine.length === 0 || options.engine.includes(engine.name)),
  );
  if (options.list) return chosen.forEach(({ id, engine }) => console.log(`${engine.name.padEnd(12)} ${id}`));
  if (chosen.length === 0) throw new Stop('No snippet fits --only and --engine.');

  const python = findPython();
  const idOf = (file) => all.find((snippet) => snippet.file === file).id;
  const context = { ...makeContext(python), idOf };
  if (chosen.some(({ engine }) => engine.java)) context.java();
  const groups = engines
    .map((engine) => [engine, chosen.filter((snippet) => snippet.engine === engine).map(({ file }) => file)])
    .filter(([, files]) => files.length > 0);
  const results = await runAll(groups, context);

  const failed = results.filter((result) => !result.ok).length;
  const projects = new Set(all.filter(({ isProject }) => isProject).map(({ file }) => file));
  const ofSnippets = results.filter(({ file }) => !projects.has(file));
  const stale = failed === 0 && !recordVerified(ofSnippets, idOf, chosen.length === all.length);
  console.log(`${results.length - failed} passed, ${failed} failed, 0 skipped`);
  process.exitCode = failed > 0 || stale ? 1 : 0;
}

/** Writes, or compares, what was verified. Answers false when the file is out of date and stays so. */
function recordVerified(results, idOf, complete) {
  const previous = existsSync(verifiedFile) ? JSON.parse(readFileSync(verifiedFile, 'utf8')) : {};
  const entries = verified(results, idOf, previous, complete);
  const text = formatVerified(entries);
  if (existsSync(verifiedFile) && readFileSync(verifiedFile, 'utf8') === text) return true;
  if (options.write) {
    writeFileSync(verifiedFile, text);
    return true;
  }
  console.log('snippets/verified.json is out of date: run `node scripts/test-engines.mjs --write`');
  return false;
}

main().catch((error) => {
  console.error(error instanceof Stop ? error.message : error);
  process.exitCode = 1;
});

/**
 * The engines' environments: Python packages from a pinned and hashed list, jars with all that they depend on.
 * They lie in the user's cache folder and are kept until their list changes.
 */
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../cache.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const cache = cacheFolder('engines');

/** What ends a run with a sentence, not with a stack. */
export class Stop extends Error {}

export function findPython() {
  for (const command of [process.env.PYTHON, 'python3.12', 'python3.11', 'python3'].filter(Boolean)) {
    try {
      const version = execFileSync(command, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
      if (['3.11', '3.12'].includes(version)) return { command, version };
    } catch {
      continue;
    }
  }
  throw new Stop('No Python 3.11 or 3.12 on the path, in which all engines run. Install one, or name it in PYTHON.');
}

function findJava() {
  let output;
  try {
    const version = execFileSync('sh', ['-c', 'java -version 2>&1'], { encoding: 'utf8' });
    output = /version "(\d+)/.exec(version)?.[1];
  } catch {
    output = undefined;
  }
  if (output === undefined)
    throw new Stop('No Java on the path: Spark, Kafka and Flink run on it. Install Java 17 or 21.');
  if (!['17', '21'].includes(output))
    throw new Stop(`Java ${output} is on the path; the engines run on Java 17 or 21.`);
  return output;
}

function run(command, args, settings = {}) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...settings });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += data));
    child.on('error', failed);
    child.on('close', (code) =>
      code === 0 ? done(output) : failed(new Stop(`${command} ${args.join(' ')}\n${output}`)),
    );
  });
}

/** Packages are installed as listed and hashed, without asking for dependencies: the list is complete. */
async function makeEnvironment(name, python, uv) {
  const requirements = join(here, `requirements-${name}.txt`);
  const hash = createHash('sha256')
    .update(readFileSync(requirements))
    .update(python.version)
    .digest('hex')
    .slice(0, 16);
  const folder = join(cache, `${name}-${hash}`);
  if (existsSync(join(folder, 'ready'))) return folder;
  for (const entry of existsSync(cache) ? readdirSync(cache) : []) {
    if (new RegExp(`^${name}-[0-9a-f]{16}$`).test(entry)) rmSync(join(cache, entry), { recursive: true });
  }
  console.log(`installing ${name} …`);
  await run(python.command, ['-m', 'venv', folder]);
  const program = join(folder, 'bin/python');
  await (uv === undefined
    ? run(program, ['-m', 'pip', 'install', '--quiet', '--no-deps', '--require-hashes', '-r', requirements])
    : run(
        join(uv, 'bin/uv'),
        ['pip', 'install', '--quiet', '--no-deps', '--require-hashes', '--python', program, '-r', requirements],
        { env: uvEnvironment() },
      ));
  writeFileSync(join(folder, 'ready'), '');
  return folder;
}

/** uv reads its own names for what pip is told by its variables. */
function uvEnvironment() {
  const { PIP_INDEX_URL: index, PIP_CERT: certificates } = process.env;
  return {
    UV_CACHE_DIR: join(cache, 'uv-cache'),
    ...(index === undefined ? {} : { UV_DEFAULT_INDEX: index }),
    ...(certificates === undefined ? {} : { SSL_CERT_FILE: certificates }),
    ...process.env,
  };
}

/** Ivy, which PySpark carries, fetches Java artefacts with all that they depend on. */
async function fetchJars(coordinates, ivy) {
  const hash = createHash('sha256').update(coordinates.join()).digest('hex').slice(0, 16);
  const folder = join(cache, 'jars', hash);
  if (existsSync(folder)) return folder;
  const making = `${folder}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  for (const coordinate of coordinates) {
    console.log(`fetching ${coordinate} …`);
    const [organisation, module, version] = coordinate.split(':');
    await run('java', [
      ...['-jar', ivy, '-cache', join(cache, 'ivy'), '-m2compatible'],
      ...['-dependency', organisation, module, version, '-confs', 'default'],
      ...['-retrieve', `${making}/[artifact]-[revision](-[classifier]).[ext]`, '-types', 'jar', 'bundle'],
    ]);
  }
  renameSync(making, folder);
  return folder;
}

/** Environments and jars, each made once and only when an engine asks for it. */
export function makeContext(python) {
  const made = new Map();
  const once = (key, make) => {
    if (!made.has(key)) made.set(key, make());
    return made.get(key);
  };
  // Installations wait for each other: they share the network and one package cache.
  let last = Promise.resolve();
  const queued = (make) => {
    const next = last.then(make);
    last = next.catch(() => undefined);
    return next;
  };
  const environment = (name) =>
    once(`environment ${name}`, () =>
      queued(async () => {
        const uv = await installer();
        return makeEnvironment(name, python, uv);
      }),
    );
  const installer = () => once('installer', () => makeEnvironment('installer', python, undefined));
  return {
    environment,
    java: () => once('java', findJava),
    jars: async (coordinates) => {
      const spark = await environment('spark');
      const folder = join(spark, `lib/python${python.version}/site-packages/pyspark/jars`);
      const ivy = readdirSync(folder).find((name) => /^ivy-\d.*\.jar$/.test(name));
      return once(`jars ${coordinates}`, () => queued(() => fetchJars(coordinates, join(folder, ivy))));
    },
  };
}

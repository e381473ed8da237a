// @ts-check
// A hover that follows an edit at once, in long files of every language, in this process.
// Alone: npx tsx scripts/bench/languages.mjs [title …]
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { buildSync } from 'esbuild';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { longDocuments, longNotebook } from './longDocuments.mjs';
import { quantile } from './measure.mjs';

/** As many lines as the longest files that people write by hand, and then some. */
const lines = 50_000;
/** Edits before those that count: until then everything runs for the first time. */
const warming = 10;

/**
 * @typedef {{ line: number, character: number }} Position
 * @typedef {{ document: TextDocument, at: Position }} Spot
 * @typedef {Record<'hover' | 'plain' | 'comment', Spot[]>} Targets
 * @typedef {{ title: string, documents: TextDocument[], targets: Targets, notebook?: import('../../src/service/notebook/cellView.ts').Notebook }} Subject
 * @typedef {{ p50: number, p99: number }} Quantiles milliseconds
 * @typedef {{ title: string, megabytes: number, first: number, times: Record<keyof Targets, { wall: Quantiles, cpu: Quantiles }>, kept: number }} LanguageTimes `kept`: mebibytes that are free again once the document is forgotten
 */

/**
 * Measures hovers on names that have one, and at words that have none, each right after a letter was typed.
 * @param {readonly string[]} [titles] of these languages alone
 */
export async function measureLanguages(titles = [], edits = 100) {
  const getLanguageService = await loadService();
  /** @type {LanguageTimes[]} */
  const results = [];
  for (const subject of subjects())
    if (titles.length === 0 || titles.includes(subject.title))
      results.push(await measure(subject, edits, getLanguageService));
  return results;
}

/** Milliseconds at half and at 99 of 100 edits, each by the clock and as CPU time. @param {readonly LanguageTimes[]} results */
export function languageTable(results) {
  const two = (/** @type {Quantiles} */ { p50, p99 }) =>
    Number.isNaN(p50) ? '' : `${p50.toFixed(1)} / ${p99.toFixed(1)}`;
  return [
    '| language | text | first | a name | CPU | a plain word | CPU | a name in a comment | CPU | kept |',
    `|${' --- |'.repeat(10)}`,
    ...results.map(({ title, megabytes, first, times, kept }) => {
      const measured = Object.values(times).flatMap(({ wall, cpu }) => [two(wall), two(cpu)]);
      const cells = [title, `${megabytes.toFixed(1)} MB`, first.toFixed(0), ...measured, `${kept.toFixed(1)} MiB`];
      return `| ${cells.join(' | ')} |`;
    }),
  ].join('\n');
}

/** @returns {Generator<Subject>} */
function* subjects() {
  for (const { title, name, languageId, text, reach, ...words } of longDocuments(lines)) {
    const document = TextDocument.create(`file:///project/${name}`, languageId, 1, text);
    yield { title, documents: [document], targets: targetsIn([document], words, reach) };
  }
  const { title, cells, ...words } = longNotebook(lines);
  const documents = cells.map((text, n) =>
    TextDocument.create(`vscode-notebook-cell:/project/a.ipynb#${n}`, 'python', 1, text),
  );
  const notebook = /** @type {const} */ ({ uri: 'file:///project/a.ipynb', kind: 'spark', cells: documents });
  yield { title, documents, targets: targetsIn(documents, words), notebook };
}

/**
 * @param {TextDocument[]} documents
 * @param {{ hover: RegExp, plain: RegExp }} words
 * @param {number} [reach] how many characters are looked at
 * @returns {Targets}
 */
function targetsIn(documents, { hover, plain }, reach) {
  const spots = (/** @type {RegExp} */ word, /** @type {number | undefined} */ upTo) =>
    documents.flatMap((document) =>
      [...document.getText().slice(0, upTo).matchAll(word)].map(({ index }) => ({
        document,
        at: document.positionAt(index + 1),
      })),
    );
  return { hover: spots(hover, reach), plain: spots(plain), comment: spots(/\bAirflow\b/g) };
}

/**
 * The service put together as it ships: read file by file, it asks other files for every constant, which costs as much as
 * what it does.
 * @returns {Promise<typeof import('../../src/service/languageService.ts').getLanguageService>}
 */
async function loadService() {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const outfile = path.join(folder, 'service.mjs');
  buildSync({
    entryPoints: ['src/service/languageService.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    target: 'es2022',
  });
  const { getLanguageService } = await import(pathToFileURL(outfile).href);
  rmSync(folder, { recursive: true, force: true });
  return getLanguageService;
}

/**
 * @param {Subject} subject
 * @param {number} edits
 * @param {Awaited<ReturnType<typeof loadService>>} getLanguageService
 * @returns {Promise<LanguageTimes>}
 */
async function measure({ title, documents, targets, notebook }, edits, getLanguageService) {
  const service = getLanguageService({
    readCatalogue: (file) => readFile(`dist/catalogue/${file}`, 'utf8'),
    links: 'none',
    notebookOf: () => notebook,
  });
  const hoverAt = (/** @type {Spot} */ { document, at }) => service.doHover(document, at, { prose: true });
  const started = performance.now();
  await hoverAt(spotOf(targets.hover, 0));
  const first = performance.now() - started;
  /** @type {any} */
  const times = {};
  for (const [kind, spots] of Object.entries(targets)) {
    /** @type {Record<'wall' | 'cpu', number[]>} */
    const measured = { wall: [], cpu: [] };
    for (let edit = 0; edit < edits + warming && spots.length > 0; edit++) {
      const typedAt = spotOf(targets.plain, edit);
      type(typedAt);
      // every other time somewhere else than where was typed
      const target = edit % 2 === 0 ? nearest(spots, typedAt) : spotOf(spots, edit);
      const before = process.cpuUsage();
      const asked = performance.now();
      const hover = await hoverAt(target);
      const wall = performance.now() - asked;
      const { user, system } = process.cpuUsage(before);
      // what a comment says depends on what else is named
      if (kind !== 'comment' && (hover !== null) !== (kind === 'hover'))
        throw new Error(`${title}: not as expected after edit ${edit}`);
      if (edit < warming) continue;
      measured.wall.push(wall);
      measured.cpu.push((user + system) / 1000);
    }
    times[kind] = { wall: quantiles(measured.wall), cpu: quantiles(measured.cpu) };
  }
  const megabytes = documents.reduce((sum, document) => sum + document.getText().length, 0) / 1e6;
  const full = await memory();
  for (const { uri } of notebook ? [notebook] : documents) service.forget(uri);
  return { title, megabytes, first, times, kept: full - (await memory()) };
}

/** Spots all over the file, one after the other. @param {Spot[]} all @param {number} number */
function spotOf(all, number) {
  const spot = all[(number * 7919) % all.length];
  if (!spot) throw new Error('nothing to hover at');
  return spot;
}

/** The next one below a spot, else the last of all. @param {Spot[]} all in their order @param {Spot} spot */
function nearest(all, { document, at }) {
  return all.find((one) => one.document === document && one.at.line >= at.line) ?? spotOf(all, all.length - 1);
}

/** Types a letter. The editor's own work, which joins the text again, is not measured. @param {Spot} spot */
function type({ document, at }) {
  TextDocument.update(document, [{ range: { start: at, end: at }, text: 'x' }], document.version + 1);
  document.getText().charCodeAt(0);
}

/** @param {number[]} all @returns {Quantiles} */
function quantiles(all) {
  all.sort((a, b) => a - b);
  return { p50: quantile(all, 0.5), p99: quantile(all, 0.99) };
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

/** Memory in use, in mebibytes. What lies outside of the heap is free only some time after it was collected. */
async function memory() {
  for (let round = 0; round < 3; round++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  console.log(languageTable(await measureLanguages(process.argv.slice(2))));

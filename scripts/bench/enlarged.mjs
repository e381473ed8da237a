// @ts-check
// The extension with a catalogue many times as large: everything that it ships stands in it again under other names.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { linesOf, packCards, packLines } from '../../src/catalogue/storedRecognition.ts';

/** @param {string} file @returns {any} */
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/**
 * Copies the built server into a folder, with a catalogue `times` as large.
 * @param {string} folder emptied first
 * @param {number} times
 */
export function enlargedServer(folder, times) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of ['bin', 'dist/server', 'dist/catalogue', 'package.json'])
    cpSync(part, path.join(folder, part), { recursive: true });
  const catalogue = path.join(folder, 'dist/catalogue');
  const recognition = path.join(catalogue, 'recognition.json');
  const { index, files } = enlargedCards(path.join(catalogue, 'cards'), times);
  for (const [name, text] of files) writeJson(path.join(catalogue, 'cards', `${name}.json`), text);
  writeJson(recognition, { ...enlargedRecognition(read(recognition), times), cards: index });
  enlargeApi(path.join(catalogue, 'api'), times);
  return path.join(folder, 'bin/data-engineering-language-server.cjs');
}

/** @param {string} file @param {unknown} value */
function writeJson(file, value) {
  writeFileSync(file, JSON.stringify(value));
}

/** What stands before the names and ids of each copy. @param {number} times */
function marks(times) {
  return Array.from({ length: times }, (_, n) => (n === 0 ? '' : `x${n}`));
}

/** @param {string} folder @param {number} times */
function enlargedCards(folder, times) {
  const lines = readdirSync(folder).flatMap((file) => [...linesOf(read(path.join(folder, file)))]);
  return packCards(
    marks(times).flatMap((mark) => lines.map(([key, card]) => /** @type {const} */ ([mark + key, card]))),
  );
}

/**
 * Every name of every table again, under other names and ids.
 * @param {import('../../src/catalogue/storedRecognition').StoredRecognition} stored @param {number} times
 */
function enlargedRecognition({ names, context }, times) {
  const enlarge = (/** @type {string} */ text) => {
    const lines = [...linesOf(text)];
    return packLines(marks(times).flatMap((mark) => lines.map(([name, id]) => [mark + name, mark + id])));
  };
  const tables = Object.fromEntries(Object.entries(names).map(([name, text]) => [name, enlarge(text)]));
  const contexts = marks(times).flatMap((mark) => Object.entries(context).map(([id, others]) => [mark + id, others]));
  return { names: tables, context: Object.fromEntries(contexts) };
}

/** @param {string} folder @param {number} times */
function enlargeApi(folder, times) {
  const index = read(path.join(folder, 'index.json'));
  const original = structuredClone(index);
  for (let n = 1; n < times; n++) {
    for (const [id, area] of Object.entries(original.areas)) {
      index.areas[`${id}-x${n}`] = {
        prefixes: area.prefixes.map((/** @type {string} */ prefix) => `x${n}${prefix}`),
        needs: area.needs.map((/** @type {string} */ other) => `${other}-x${n}`),
        texts: area.texts.map((/** @type {[string, string]} */ [file, first]) => [`${file}-x${n}`, `x${n}${first}`]),
      };
    }
    for (const [name, file] of Object.entries(original.sections)) index.sections[`x${n}${name}`] = `${file}-x${n}`;
    for (const [name, version] of Object.entries(original.newest)) index.newest[`x${n}${name}`] = version;
    for (const file of readdirSync(folder).filter((name) => name !== 'index.json' && !/-x\d+\.json$/.test(name)))
      cpSync(path.join(folder, file), path.join(folder, file.replace(/\.json$/, `-x${n}.json`)));
  }
  writeJson(path.join(folder, 'index.json'), index);
}

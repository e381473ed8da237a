// @ts-check
import { pathToFileURL } from 'node:url';
import { pythonDocument } from './documents.mjs';
import { quantile } from './measure.mjs';
import { openSession } from './session.mjs';

/** As many lines as the longest files that people write by hand, and then some. */
const lines = 50_000;

/**
 * How long a hover takes that follows an edit at once, in milliseconds: the edit is parsed before it is answered.
 * @param {string[]} command arguments for node
 * @param {string} folder
 * @param {number} [edits]
 */
export async function measureEdits(command, folder, edits = 200) {
  const { text } = pythonDocument();
  const long = text.repeat(Math.ceil(lines / 1000));
  const uri = pathToFileURL(`${folder}/long.py`).toString();
  const rows = long.split('\n').flatMap((line, row) => (line.includes('row_number()') ? row : []));
  const session = openSession(command, { cwd: folder });
  await session.request('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  session.notify('initialized', {});
  session.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'python', version: 1, text: long } });
  const character =
    text
      .split('\n')
      .find((line) => line.includes('row_number()'))
      ?.indexOf('row_number') ?? 0;
  const hover = (/** @type {number} */ line) =>
    session.time('textDocument/hover', { textDocument: { uri }, position: { line, character: character + 1 } });
  await hover(rows[0] ?? 0);
  const times = [];
  for (let edit = 0; edit < edits; edit++) {
    const row = rows[Math.floor((edit * 7919) % rows.length)] ?? 0;
    // typing a name letter by letter, in lines all over the file
    const position = { line: row - 1, character: 4 };
    const contentChanges = [{ range: { start: position, end: position }, text: 'x' }];
    session.notify('textDocument/didChange', { textDocument: { uri, version: edit + 2 }, contentChanges });
    const { milliseconds, body } = await hover(row);
    if (!body.includes('row_number')) throw new Error(`no hover after edit ${edit}`);
    times.push(milliseconds);
  }
  await session.stop();
  times.sort((a, b) => a - b);
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

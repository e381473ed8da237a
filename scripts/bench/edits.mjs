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
  const { text: long } = pythonDocument(lines);
  const uri = pathToFileURL(`${folder}/long.py`).toString();
  const calls = long.split('\n').flatMap((text, line) => {
    const character = text.indexOf('row_number()');
    return character < 0 ? [] : { line, character: character + 1 };
  });
  const at = (/** @type {number} */ number) => calls[number % calls.length] ?? { line: 0, character: 0 };
  const session = openSession(command, { cwd: folder });
  await session.request('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  session.notify('initialized', {});
  session.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'python', version: 1, text: long } });
  const hover = (/** @type {object} */ position) =>
    session.time('textDocument/hover', { textDocument: { uri }, position });
  await hover(at(0));
  const times = [];
  for (let edit = 0; edit < edits; edit++) {
    const call = at(edit * 7919);
    // typing a name letter by letter, in lines all over the file
    const position = { line: call.line - 1, character: 4 };
    const contentChanges = [{ range: { start: position, end: position }, text: 'x' }];
    session.notify('textDocument/didChange', { textDocument: { uri, version: edit + 2 }, contentChanges });
    const { milliseconds, body } = await hover(call);
    if (!body.includes('row_number')) throw new Error(`no hover after edit ${edit}`);
    times.push(milliseconds);
  }
  await session.stop();
  times.sort((a, b) => a - b);
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

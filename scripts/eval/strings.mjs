#!/usr/bin/env node
// @ts-check
/**
 * Strings of Python code, with and without a hover, drawn at random to be judged by hand; pyright has no say in strings.
 *
 *     npx tsx scripts/eval/strings.mjs --code <folder> [--of 60]
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parser } from '@lezer/python';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ApiKnowledge } from '../../src/catalogue/apiKnowledge.ts';
import { Python } from '../../src/service/languages/python.ts';
import { renderPythonMention } from '../../src/service/python/apiHover.ts';
import { filesOf } from './files.mjs';
import { sample } from './sample.mjs';

const { values: options } = parseArgs({
  options: {
    code: { type: 'string' },
    of: { type: 'string', default: '60' },
    files: { type: 'string', default: '8' },
  },
});
if (!options.code) throw new Error('--code is needed');
const root = path.resolve(options.code);
const catalogue = new URL('../../dist/catalogue/', import.meta.url);
const knowledge = new ApiKnowledge(async (file) => readFileSync(new URL(file, catalogue), 'utf8'));

/** @type {Record<'hovered' | 'silent', string[]>} */
const found = { hovered: [], silent: [] };
for (const repository of readdirSync(root).sort()) {
  if (!statSync(path.join(root, repository)).isDirectory()) continue;
  for (const file of filesOf(path.join(root, repository), Number(options.files))) await read(file);
}

/** @param {string} file */
async function read(file) {
  const text = readFileSync(file, 'utf8');
  const document = TextDocument.create('file:///a.py', 'python', 1, text);
  const python = new Python();
  const names = await knowledge.names(python.apiPaths(document));
  /** @type {import('@lezer/common').SyntaxNode[]} */
  const strings = [];
  parser.parse(text).iterate({ enter: (ref) => void (ref.name === 'String' && strings.push(ref.node)) });
  for (const node of strings) {
    if (node.parent?.name === 'ExpressionStatement') continue;
    const offset = Math.floor((node.from + node.to) / 2);
    const mention = python.apiMentionAt(document, offset, names);
    const shown =
      mention && (await renderPythonMention(mention, names, knowledge, { links: 'none', signature: 'always' }));
    const { line } = document.positionAt(node.from);
    const word = text.slice(node.from, Math.min(node.to, node.from + 60)).replace(/\s+/g, ' ');
    const around = text
      .split('\n')
      .slice(Math.max(0, line - 3), line + 1)
      .map((one) => one.trim())
      .join(' ⏎ ');
    const what = mention
      ? JSON.stringify({ ...mention, symbol: undefined, text: undefined, start: undefined, end: undefined })
      : '';
    found[shown ? 'hovered' : 'silent'].push(
      [path.relative(root, file), line + 1, word, what, around.slice(-220)].join('\t'),
    );
  }
}

for (const [kind, lines] of Object.entries(found)) {
  console.log(`${kind}: ${lines.length}`);
  for (const line of sample(lines, Number(options.of))) console.log(`  ${line}`);
}

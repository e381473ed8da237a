import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { longDocuments, longNotebook } from '../../scripts/bench/longDocuments.mjs';
import { getLanguageService, type LanguageService } from '../../src/service/languageService';
import type { Notebook } from '../../src/service/notebook/cellView';
import { chance } from '../helpers/chance';
import { noon } from './hovers';

/** Enough that files are kept in several pieces. */
const lines = 600;
const rounds = 40;
const hoversARound = 4;

const pieces =
  'x|y|.|,| |\n|\n\n|(|)|()|[|]|{|}|{ }|"|\'|"""|s"|${|}}|{{ ref(\'a\') }}|{% raw %}|{% endraw %}|/*|*/|//|#|--|:|- |=>|case|val orders = 1|import a.b._|import json as F|from x import *|def f():|class A|%sql|!ls|# COMMAND ----------|Apache Airflow|<<EOT|EOT'.split(
    '|',
  );

const files = new Map<string, Promise<string>>();
function read(file: string): Promise<string> {
  const known = files.get(file) ?? readFile(`dist/catalogue/${file}`, 'utf8');
  files.set(file, known);
  return known;
}

const serviceFor = (notebookOf?: () => Notebook) =>
  getLanguageService({ readCatalogue: read, links: 'none', now: () => noon, notebookOf });

async function hoverAt(service: LanguageService, document: TextDocument, offset: number): Promise<string> {
  return JSON.stringify(await service.doHover(document, document.positionAt(offset), { prose: true }));
}

function edit(document: TextDocument, below: (count: number) => number): void {
  const start = below(document.getText().length);
  const end = Math.min(document.getText().length, start + (below(3) === 0 ? below(6) : 0));
  const range = { start: document.positionAt(start), end: document.positionAt(end) };
  const text = pieces[below(pieces.length)] ?? '';
  TextDocument.update(document, [{ range, text }], document.version + 1);
}

/** Where to hover: at what may have a hover, and anywhere. */
function offsets(text: string, words: readonly RegExp[], below: (count: number) => number): number[] {
  const found = words.flatMap((word) => [...text.matchAll(word)].map(({ index }) => index + 1));
  return Array.from({ length: hoversARound }, (_, n) =>
    n === 0 || found.length === 0 ? below(text.length) : (found[below(found.length)] ?? 0),
  );
}

describe('A hover after edits', function () {
  this.timeout(60_000);

  for (const { title, name, languageId, text, hover, plain } of longDocuments(lines)) {
    it(`is what it is in a file that is read for the first time: ${title}`, async () => {
      const below = chance(title.length + lines);
      const [kept, fresh] = [serviceFor(), serviceFor()];
      const document = TextDocument.create(`file:///project/${name}`, languageId, 1, text);
      let answers = 0;
      for (let round = 0; round < rounds; round++) {
        edit(document, below);
        for (const offset of offsets(document.getText(), [hover, plain, /\bAirflow\b/g], below)) {
          const read = TextDocument.create(document.uri, languageId, 1, document.getText());
          const [found, expected] = [await hoverAt(kept, document, offset), await hoverAt(fresh, read, offset)];
          fresh.forget(document.uri);
          assert.equal(found, expected, `round ${round}, at ${offset}`);
          if (found !== 'null') answers++;
        }
      }
      assert.ok(answers > 0, 'nothing had a hover');
    });
  }

  it('is what it is in a notebook that is read for the first time', async () => {
    const below = chance(1);
    const { cells: texts, hover, plain } = longNotebook(lines);
    const cellsOf = (scheme: string, all: readonly string[]) =>
      all.map((text, n) => TextDocument.create(`${scheme}:/a.ipynb#${n}`, 'python', 1, text));
    const cells = cellsOf('cell', texts);
    const kept = serviceFor(() => ({ uri: 'file:///a.ipynb', kind: 'spark', cells }));
    let answers = 0;
    for (let round = 0; round < rounds; round++) {
      const number = below(cells.length);
      const cell = cells[number]!;
      edit(cell, below);
      const read = cellsOf(
        'read',
        cells.map((one) => one.getText()),
      );
      const fresh = serviceFor(() => ({ uri: 'file:///a.ipynb', kind: 'spark', cells: read }));
      for (const offset of offsets(cell.getText(), [hover, plain, /\bAirflow\b/g], below)) {
        const [found, expected] = [await hoverAt(kept, cell, offset), await hoverAt(fresh, read[number]!, offset)];
        assert.equal(found, expected, `round ${round}, at ${offset}`);
        if (found !== 'null') answers++;
      }
    }
    assert.ok(answers > 0, 'nothing had a hover');
  });
});

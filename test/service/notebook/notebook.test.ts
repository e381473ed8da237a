import { strict as assert } from 'node:assert';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { NotebookKind } from '../../../src/service/notebook/kind';
import { getLanguageService } from '../../../src/service/languageService';
import { builtCatalogue } from '../../helpers/catalogue';

interface Found {
  says: string;
  at: string;
}

/** The hover at the caret `‸`, which stands in one of the cells: its first line and the text that it stands on. */
async function hoverIn(marked: string[], kind: NotebookKind = 'jupyter'): Promise<Found | null> {
  const cells = marked.map((text, index) => {
    return TextDocument.create(`vscode-notebook-cell:/nb.ipynb#${index}`, 'python', 1, text.replace('‸', ''));
  });
  const index = marked.findIndex((text) => text.includes('‸'));
  const [cell, offset] = [cells[index], marked[index]?.indexOf('‸') ?? -1];
  if (!cell) throw new Error('no caret');
  const service = getLanguageService({
    readCatalogue: builtCatalogue,
    links: 'none',
    notebookOf: () => ({ uri: 'file:///nb.ipynb', kind, cells }),
  });
  const hover = await service.doHover(cell, cell.positionAt(offset), { prose: true });
  if (!hover?.range) return null;
  const { value } = hover.contents as { value: string };
  return { says: /pyspark[\w.]*\w|^\*\*.*\*\*|^```sql\n.*/m.exec(value)?.[0] ?? value, at: cell.getText(hover.range) };
}

describe('Cells of a notebook', () => {
  const first = 'from pyspark.sql import SparkSession, functions as F\nspark = SparkSession.builder.getOrCreate()';
  const ten = [first, ...Array.from({ length: 8 }, (_, index) => `x${index} = ${index}`)];

  it('share the names of the cells before', async () => {
    const found = await hoverIn([...ten, 'df = spark.range(3)\ndf.dropDupl‸icates()']);
    assert.deepEqual(found, { says: 'pyspark.sql.DataFrame.dropDuplicates', at: 'dropDuplicates' });
    assert.deepEqual((await hoverIn([...ten, 'F.c‸ol("a")']))?.says, 'pyspark.sql.functions.col');
  });

  it('do not see what a later cell binds, nor what is bound anew between', async () => {
    assert.equal(await hoverIn(['F.c‸ol("a")', first]), null);
    assert.equal(await hoverIn([first, 'F = local()', 'F.c‸ol("a")']), null);
  });

  it('still resolve with magics around', async () => {
    const cells = [
      '%pip install pyspark\n%matplotlib inline',
      first,
      '%%bash\nif [ "$x',
      '%%time\nspark.ra‸nge(3).count()',
    ];
    assert.deepEqual(await hoverIn(cells), { says: 'pyspark.sql.SparkSession.range', at: 'range' });
  });

  it('have the session of their kernel', async () => {
    assert.equal((await hoverIn(['spark.ra‸nge(3)']))?.says, 'pyspark.sql.SparkSession.range');
    assert.equal(await hoverIn(['sc.tex‸tFile("a")']), null);
    assert.equal((await hoverIn(['sc.tex‸tFile("a")'], 'spark'))?.says, 'pyspark.SparkContext.textFile');
    assert.equal(await hoverIn(['disp‸lay(x)']), null);
  });

  it('explain functions in SQL cells', async () => {
    assert.equal((await hoverIn(['%sql\nselect coa‸lesce(a, b) from t'], 'databricks'))?.at, 'coalesce');
    assert.equal((await hoverIn([first, '%%sql\nselect coa‸lesce(a, b) from t']))?.at, 'coalesce');
    assert.equal(await hoverIn(['%%sql\nselect coa‸lesce(a, b) from t']), null, 'another engine’s SQL');
    assert.equal(await hoverIn([first, '%%bash\ncoa‸lesce(a, b)']), null);
  });

  it('explain tools where their names stand', async () => {
    assert.deepEqual(await hoverIn(['x = 1', 'import py‸spark']), { says: '**PySpark**', at: 'pyspark' });
  });
});

describe('Completion in cells', () => {
  it('knows the cells before, and writes into its own', async () => {
    const cells = [
      'from pyspark.sql import SparkSession\n%pip list',
      'SparkSession.builder.getOrCreate().read.format("")',
    ].map((text, index) => TextDocument.create(`vscode-notebook-cell:/nb.ipynb#${index}`, 'python', 1, text));
    const service = getLanguageService({
      readCatalogue: builtCatalogue,
      links: 'none',
      notebookOf: () => ({ uri: 'file:///nb.ipynb', kind: 'jupyter', cells }),
    });
    const position = { line: 0, character: 48 };
    const list = await service.doComplete(cells[1]!, position, '"');
    const item = list?.items.find(({ label }) => label === 'csv');
    assert.deepEqual(item?.textEdit, { range: { start: position, end: position }, newText: 'csv' });
  });
});

describe('A Databricks notebook kept as a file', () => {
  it('explains functions in SQL cells', async () => {
    const text =
      '# Databricks notebook source\nx = 1\n\n# COMMAND ----------\n\n# MAGIC %sql\n# MAGIC select coalesce(a, b)\n';
    const document = TextDocument.create('file:///nb.py', 'python', 1, text);
    const service = getLanguageService({
      readCatalogue: builtCatalogue,
      links: 'none',
    });
    const hover = await service.doHover(document, { line: 6, character: 18 }, { prose: true });
    assert.deepEqual(hover?.range, { start: { line: 6, character: 15 }, end: { line: 6, character: 23 } });
    assert.equal(await service.doHover(document, { line: 6, character: 10 }, { prose: true }), null);
  });
});

import { strict as assert } from 'node:assert';
import { pythonOf, sqlCellAt } from '../../../src/service/notebook/magics';
import type { NotebookKind } from '../../../src/service/notebook/kind';

const separator = '\n# COMMAND ----------\n';

/** What Python sees of each cell; blanks at the end of a line do not count, but every offset must hold. */
function code(cells: string[], kind: NotebookKind = 'jupyter'): string[] {
  const text = cells.join(separator);
  const read = pythonOf(text, kind);
  assert.equal(read.length, text.length, 'offsets moved');
  return read.split(separator).map((cell) => cell.replace(/[ \t]+$/gm, ''));
}

describe('A notebook’s magics', () => {
  it('leaves plain cells as they are', () => {
    const cells = ['import pyspark\nx = 5 % 3', 'if a != b:\n    print("%s" % a)', 'x = (y\n     % z)'];
    assert.deepEqual(code(cells), cells);
  });

  it('takes out magics and shell commands of one line', () => {
    assert.deepEqual(code(['%pip install delta-spark\nimport delta']), ['0\nimport delta']);
    assert.deepEqual(code(['if fresh:\n    !rm -r out\nfiles = !ls\ndf.count?']), [
      'if fresh:\n    0\nfiles = 0\ndf.count',
    ]);
  });

  it('keeps a statement that is timed', () => {
    assert.deepEqual(code(['%time df.count()\n  %timeit -n 10 -r 3 x = 1']), [
      '0;    df.count()\n  0;                 x = 1',
    ]);
  });

  it('takes out cells in another language, and keeps Python under a magic', () => {
    assert.deepEqual(code(['%%bash\nls "a', '%%time\nx = 1', '# note\n%%sql\nselect 1']), ['\n', '\nx = 1', '\n\n']);
    assert.deepEqual(code(['%sql\nselect 1', '%sql select 1\nx = 1', '%md\n# title'], 'jupyter'), [
      '\n',
      '0\nx = 1',
      '\n',
    ]);
    assert.deepEqual(code(['%sql select 1\nfrom t', '%python\nx = 1'], 'databricks'), ['\n', '\nx = 1']);
  });

  it('does not take a line of quoted text for a magic', () => {
    const cells = ['text = """\n%time flies\n!x\n"""\ny = 1', "%%time\nq = '''\n%a\n'''"];
    assert.deepEqual(code(cells), [cells[0], "\nq = '''\n%a\n'''"]);
  });

  it('keeps line ends', () => {
    assert.equal(pythonOf('!date\r\nx = 1\r\n%who x', 'jupyter'), '0    \r\nx = 1\r\n0     ');
  });
});

describe('SQL cells', () => {
  const sql = (marked: string, kind: NotebookKind) => {
    const offset = marked.indexOf('‸');
    const text = marked.replace('‸', '');
    const cell = sqlCellAt(text, offset, kind);
    if (!cell) return null;
    assert.equal(cell.text.length, text.length, 'one cell in these texts');
    return cell.text.trim();
  };

  it('are found by their magic', () => {
    assert.equal(sql('%sql\nselect su‸m(a)', 'databricks'), 'select sum(a)');
    assert.equal(sql('%%sql\nselect su‸m(a)', 'jupyter'), 'select sum(a)');
    assert.equal(sql('%sql select su‸m(a)', 'databricks'), 'select sum(a)');
    assert.equal(sql('# MAGIC %sql\n# MAGIC select su‸m(a)\n', 'databricks')?.replace(/\s+/g, ' '), 'select sum(a)');
  });

  it('are no others', () => {
    for (const other of [
      'x = su‸m(a)',
      '%md\nsu‸m(a)',
      '%s‸ql\nselect 1',
      '# MAGIC %md\n# MAGIC su‸m(a)',
      '# %sql\n# su‸m(a)',
    ])
      assert.equal(sql(other, 'databricks'), null, other);
    assert.equal(sql('%sql select 1\nsu‸m(a)', 'jupyter'), null);
  });
});

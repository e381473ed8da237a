import { strict as assert } from 'node:assert';
import { hoverIn, itHovers, type HoverFile } from './hovers';

const file: HoverFile = { path: 'etl.py', languageId: 'python' };
const notebook = '# Databricks notebook source\n';
const link = '[Documentation ↗](https://docs.databricks.com/aws/en/dev-tools/databricks-utils)';

describe('The hover of what a Databricks notebook has', () => {
  it('says what a utility does', () =>
    itHovers(file, `${notebook}x = dbutils.secrets.⟦ge‸t⟧("a", "b")`, [
      'The value of a secret as text.',
      '```python\ndbutils.secrets.get(scope, key)\n```',
      '```python\npassword = dbutils.secrets.get("warehouse", "password")\n```',
      link,
    ]));

  const known: [code: string, start: string][] = [
    ['⟦dbut‸ils⟧.fs.ls("/")', '`dbutils`: Utilities of a Databricks notebook'],
    ['dbutils.⟦f‸s⟧.ls("/")', '`dbutils.fs`: '],
    ['dbutils.fs.⟦l‸s⟧("/")', 'Lists a folder'],
    ['dbutils.jobs.taskValues.⟦se‸t⟧(key="a", value=1)', 'Sets a value on the current task run'],
    ['⟦disp‸lay⟧(df)', 'Shows a DataFrame'],
    ['⟦getArg‸ument⟧("a")', 'The current value of a widget'],
  ];
  for (const [code, start] of known) {
    it(`knows ${code.replace(/[⟦⟧‸]/g, '')}`, async () => {
      const { value, found, range } = await hoverIn(file, notebook + code);
      assert.ok(value?.startsWith(start), value ?? 'nothing');
      assert.deepEqual(found, range);
    });
  }

  it('is silent where the name is the file’s own, unknown, or the file no notebook', async () => {
    for (const marked of [
      'dbutils.fs.l‸s("/")',
      'disp‸lay(df)',
      `${notebook}def display(x): ...\ndisp‸lay(df)`,
      `${notebook}dbutils = Mine()\ndbutils.fs.l‸s("/")`,
      `${notebook}other.dbutils.fs.l‸s("/")`,
      `${notebook}dbutils.fs.con‸structor("/")`,
      `${notebook}dbutils.fs.ls("/")[0].pa‸th`,
      `${notebook}getArg‸ument = 1`,
    ]) {
      await itHovers(file, marked, null);
    }
  });
});

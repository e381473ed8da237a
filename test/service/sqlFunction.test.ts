import { strict as assert } from 'node:assert';
import type { ApiText } from '../../src/catalogue/api';
import type { ApiKnowledge } from '../../src/catalogue/apiKnowledge';
import { sqlCallAt, sqlFunctionText } from '../../src/service/apiHover/sqlFunction';
import { readMarked } from '../helpers/marked';

const cases: [title: string, marked: string][] = [
  ['a call', 'select ⟦su‸m⟧(x) from t'],
  ['all of an expression', '⟦‸sum⟧(x)'],
  ['in upper case', 'SELECT ⟦SUM‸⟧ (x)'],
  ['inside of a call', 'select sum(⟦coal‸esce⟧(x, 0))'],
  ['behind a comma', 'a,\n  ⟦su‸m⟧(x)'],
  ['behind an operator', '1 + ⟦su‸m⟧(x)'],
  ['behind a comment', 'select -- it’s x\n ⟦su‸m⟧(x)'],
  ['behind a text', "select 'a', ⟦su‸m⟧(x)"],
  ['a view', 'lateral view outer ⟦expl‸ode⟧(x) t as y'],
  ['half-typed', 'select ⟦su‸m⟧('],
  ['a column', 'select su‸m from t'],
  ['a text', "select 'su‸m(x)'"],
  ['a text that does not end', "select 'su‸m(x)"],
  ['a quoted name', 'select `su‸m`(x)'],
  ['a comment', 'select -- su‸m(x)'],
  ['a comment over lines', 'select /* \n su‸m(x) */'],
  ['of a database', 'select db.su‸m(x)'],
  ['a type', 'select cast(x as deci‸mal(10, 2))'],
  ['the type of a column', 'create table t (x deci‸mal(10, 2))'],
  ['a table with columns', 'insert into cou‸nt (a, b) values (1, 2)'],
  ['an alias with columns', 'from (select 1) su‸m (a)'],
  ['an operator', 'where x i‸n (1, 2)'],
  ['a subquery', 'where exis‸ts (select 1)'],
  ['a clause', 'select count(*) fil‸ter (where x)'],
  ['a window', 'sum(x) ov‸er (order by y)'],
  ['nothing', '‸'],
];

describe('Functions in SQL', () => {
  for (const [title, marked] of cases) {
    it(title, () => {
      const { text, offset, range } = readMarked(marked);
      const found = sqlCallAt(text, offset);
      assert.deepEqual(found && { start: found.start, end: found.end }, range);
      if (found && range) assert.equal(found.name, text.slice(range.start, range.end).toLowerCase());
    });
  }

  const facts = { package: 'pyspark', forms: ['sum(expr)'] };
  const knowledge = (own: Partial<ApiText> | undefined, lent: Partial<ApiText> | undefined) =>
    ({
      textIn: (section: string, name: string) =>
        Promise.resolve(section === 'spark-sql/functions' && own ? { name, facts, ...own } : undefined),
      text: (name: string) => Promise.resolve(lent && { name, facts: { package: 'pyspark' }, ...lent }),
    }) as unknown as ApiKnowledge;

  it('say what is said of them', async () => {
    const text = await sqlFunctionText('sum', knowledge({ does: 'Own.' }, { does: 'Lent.' }));
    assert.deepEqual(text, { name: 'sum', facts, does: 'Own.' });
  });

  it('borrow what is said of PySpark’s function, without what holds in Python alone', async () => {
    const lent = { does: 'Sum of a column.', expert: ['Nulls are ignored.', 'Takes a Column.'], example: undefined };
    const text = await sqlFunctionText('sum', knowledge({}, lent));
    assert.deepEqual(text, { name: 'sum', facts, does: 'Sum of a column.', expert: ['Nulls are ignored.'] });
    assert.deepEqual(await sqlFunctionText('sum', knowledge({}, { does: 'A Column.' })), { name: 'sum', facts });
  });

  it('say nothing of what SQL does not have', async () => {
    assert.equal(await sqlFunctionText('col', knowledge(undefined, { does: 'Lent.' })), undefined);
  });
});

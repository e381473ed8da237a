import { strict as assert } from 'node:assert';
import { hoverIn, itHovers, type HoverFile } from './hovers';

const dags: HoverFile = { path: 'dags/a.py', languageId: 'python' };
const head = `from airflow.sdk import DAG
from airflow.providers.standard.operators.bash import BashOperator
from airflow.providers.standard.operators.python import PythonOperator
from airflow.providers.common.sql.operators.sql import SQLExecuteQueryOperator
from airflow.providers.databricks.operators.databricks_sql import DatabricksSqlOperator
`;
const bash = (command: string) => `${head}BashOperator(task_id="a", bash_command="${command}")`;
const documentation = '[Documentation ↗](https://airflow.apache.org/docs/apache-airflow/stable/templates-ref.html)';

describe("The hover of a name in Airflow's templates", () => {
  it('says what a filter does', () =>
    itHovers(dags, bash('echo {{ data_interval_end | ⟦ds_no‸dash⟧ }}'), [
      '`ds_nodash`: Writes a date as YYYYMMDD; None stays None.',
      'shown for 3.3.2, the newest: no version is pinned',
      '```python\nday = "{{ data_interval_start | ds_nodash }}"\n```',
      documentation,
    ]));

  it('warns of what the pinned version does not have', () =>
    itHovers({ ...dags, pins: { 'apache-airflow': '3.1.0' } }, bash('echo {{ ⟦execution_‸date⟧ }}'), [
      '**Removed in 3.0**, use `data_interval_start`. Your project pins 3.1.0 (`requirements.txt`).',
      '`execution_date`: Old name of the logical date; gone since 3.0, use logical\\_date.',
      '`pendulum.DateTime`',
      'your project pins 3.1.0 (`requirements.txt`)',
      `Related: \`logical_date\`, \`data_interval_start\` · ${documentation}`,
    ]));

  const known: [title: string, code: string, start: string, version?: string][] = [
    ['a variable', bash('echo {{ ⟦d‸s⟧ }}'), '`ds`: The logical date as YYYY-MM-DD.'],
    ['a variable in a statement', bash('{% if ⟦para‸ms⟧.full %}x{% endif %}'), '`params`: '],
    ['the root of a member', bash('echo {{ ⟦va‸r⟧.value.bucket }}'), '`var`: '],
    ['a macro', bash('{{ macros.⟦ds_‸add⟧(ds, -1) }}'), 'Adds days to a date given as YYYY-MM-DD'],
    ['a macro of Airflow 2', bash('{{ macros.⟦ds_‸add⟧(ds, -1) }}'), 'Adds days to a date; ', '2.9.1'],
    ['a method of the task instance', bash("{{ ti.⟦xcom_‸pull⟧('x') }}"), 'Reads a value that a task pushed'],
    ['an attribute of the run', bash('{{ dag_run.⟦con‸f⟧ }}'), 'The configuration given when'],
    ['a field of a connection', bash('{{ conn.dwh.⟦ho‸st⟧ }}'), 'Host or address'],
    ['an argument of a macro', bash('{{ macros.ds_add(⟦d‸s⟧, -1) }}'), '`ds`: '],
    [
      'a value in a dictionary',
      `${head}BashOperator(task_id="a", bash_command="x", env={"DAY": "{{ ⟦d‸s⟧ }}"})`,
      '`ds`: ',
    ],
    [
      'a value deeper in a dictionary',
      `${head}PythonOperator(task_id="a", python_callable=f, op_kwargs={"days": ["{{ ⟦d‸s⟧ }}"]})`,
      '`ds`: ',
    ],
    [
      'a name between SQL',
      `${head}SQLExecuteQueryOperator(task_id="a", sql="""select 1\nwhere d = '{{ ⟦d‸s⟧ }}'""")`,
      '`ds`: ',
    ],
  ];
  for (const [title, code, start, version] of known) {
    it(`knows ${title}`, async () => {
      const pins: Record<string, string> = version === undefined ? {} : { 'apache-airflow': version };
      const { value, found, range } = await hoverIn({ ...dags, pins }, code);
      assert.ok(value?.startsWith(start), value ?? 'nothing');
      assert.deepEqual(found, range);
    });
  }

  it('does not say since when a macro has its path in Python', async () => {
    const { value } = await hoverIn(dags, bash('{{ macros.⟦ds_‸add⟧(ds, -1) }}'));
    assert.doesNotMatch(value ?? '', /Since|Moved/);
    const old = await hoverIn({ ...dags, pins: { 'apache-airflow': '2.9.1' } }, bash("{{ ti.⟦xcom_‸pull⟧('x') }}"));
    assert.doesNotMatch(old.value ?? '', /Since|Moved|Not in/);
  });

  const silent: [title: string, code: string][] = [
    ['a name that the template sets', bash('{% set ds = 1 %}{{ d‸s }}')],
    ['the name of a loop', bash('{% for ti in x %}{{ t‸i }}{% endfor %}')],
    ['a text in Jinja', bash("{{ 'd‸s' }}")],
    ['a text in Jinja with Python’s escapes', bash('{{ f(x=\\"d‸s\\") }}')],
    ['a comment', bash('{# {{ d‸s }} #}')],
    ['text beside Jinja', bash('d‸s {{ ds }}')],
    ["the project's own names", bash('{{ params.d‸s }} ')],
    ['a key of a variable', bash('{{ var.value.d‸s }}')],
    ['a filter of Jinja', bash('{{ ds | upp‸er }}')],
    ['a filter as a variable', bash('{{ x.ds_nod‸ash }}')],
    ['an argument’s name', bash('{{ f(d‸s=1) }}')],
    ['an argument that is not rendered', `${head}BashOperator(task_id="{{ d‸s }}", bash_command="x")`],
    ['a text of another call', `${head}print("{{ d‸s }}")`],
    ['a class of another package', 'from other import BashOperator\nBashOperator(bash_command="{{ d‸s }}")'],
    // the SQL of any database
    ['a function in SQL', `${head}SQLExecuteQueryOperator(task_id="a", sql="select coal‸esce(a, b) from t")`],
  ];
  for (const [title, code] of silent) it(`is silent on ${title}`, () => itHovers(dags, code, null));

  it('knows functions in the SQL of Spark’s operators', async () => {
    const code = `${head}DatabricksSqlOperator(task_id="a", sql="select ⟦coal‸esce⟧(a, b) from t")`;
    const { value, found, range } = await hoverIn(dags, code);
    assert.ok(value?.startsWith('First of its arguments'), value ?? 'nothing');
    assert.deepEqual(found, range);
  });
});

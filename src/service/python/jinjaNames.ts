import { jinjaNameAt } from '../languages/jinja/place';
import { jinjaPlaceAt } from '../languages/jinja/reader';
import { touches } from '../languages/text/span';

/** A name in the templates of Airflow: offsets in the template. */
export type TemplateName = { start: number; end: number } & (
  | { kind: 'variable' | 'filter'; name: string }
  /** `ti.xcom_pull`: the paths under which an inventory may have the member, the newest first. */
  | { kind: 'member'; paths: readonly string[] }
);

/** The classes and modules behind the variables, where the inventory knows them. */
const owners: Readonly<Record<string, readonly string[]>> = {
  ti: ['airflow.sdk.types.RuntimeTaskInstanceProtocol', 'airflow.models.TaskInstance'],
  task_instance: ['airflow.sdk.types.RuntimeTaskInstanceProtocol', 'airflow.models.TaskInstance'],
  dag_run: ['airflow.sdk.types.DagRunProtocol', 'airflow.models.DagRun'],
  dag: ['airflow.sdk.DAG'],
  task: ['airflow.sdk.BaseOperator'],
  macros: ['airflow.sdk.execution_time.macros', 'airflow.macros'],
};

/** What stands at an offset of a template. Names that the template gives itself, its texts and its comments are nobody's. */
export function templateNameAt(written: string, offset: number): TemplateName | null {
  // the quotes of Jinja inside of Python's
  const text = written.replace(/\\(["'])/g, ' $1');
  const place = jinjaPlaceAt(text, offset);
  const tokens = place?.tag.tokens ?? [];
  const index = tokens.findIndex((one) => one.kind !== 'sign' && touches(one, offset));
  const token = tokens[index];
  if (token?.kind !== 'name') return null;
  const span = { start: token.start, end: token.end };
  if (tokens[index - 1]?.text === '|') return { ...span, kind: 'filter', name: token.text };
  const found = jinjaNameAt(text, offset);
  if (found?.kind !== 'name') return null;
  const [root = '', member, ...more] = found.path.split('.');
  if (member === undefined) return { ...span, kind: 'variable', name: root };
  if (root === 'conn' && more.length === 1) {
    return { ...span, kind: 'member', paths: [`airflow.sdk.Connection.${more[0]}`] };
  }
  if (more.length > 0 || !Object.hasOwn(owners, root)) return null;
  return { ...span, kind: 'member', paths: (owners[root] ?? []).map((owner) => `${owner}.${member}`) };
}

import type { ApiNames } from '../../catalogue/api';

/** A function that the inventory does not see behind the module of its name. */
const hidden: ReadonlySet<string> = new Set(['airflow.decorators.task_group', 'airflow.sdk.task_group']);

/** The two ways in which Spark implements what is documented without them: `pyspark.sql.connect.dataframe.DataFrame`. */
const variants = /^(pyspark\.sql\.)(?:connect|classic)\./;

/** The path under which the inventory has what code imports from another. */
export function documentedPath(path: string, api: ApiNames): string {
  if (hidden.has(path)) return 'airflow.decorators.task_group.task_group';
  const documented = path.replace(variants, '$1');
  return documented !== path && api.lookup(documented) ? documented : path;
}

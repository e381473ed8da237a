import { itRefers, itSurvivesAsking } from './references';
import type { FileKind } from './mentions';

const spark = 'spark-conf/keys spark.sql.shuffle.partitions';
const executor = 'airflow/options core.executor';

const files = {
  yaml: { key: 'yaml', path: 'resources/jobs.yml' },
  compose: { key: 'yaml', path: 'docker-compose.yaml' },
  defaults: { key: 'settings', path: 'conf/spark-defaults.conf' },
  env: { key: 'settings', path: '.env' },
  airflow: { key: 'settings', path: 'airflow.cfg' },
  setup: { key: 'settings', path: 'setup.cfg' },
  shell: { key: 'shell', path: 'run.sh' },
  docker: { key: 'dockerfile', path: 'Dockerfile' },
  json: { key: 'json', path: 'cluster.json' },
  terraform: { key: 'terraform', path: 'main.tf' },
  sql: { key: 'sql', path: 'setup.sql' },
} satisfies Record<string, FileKind>;

describe('Configuration', () => {
  describe('of Spark', () => {
    itRefers(files.yaml, [
      ['a cluster', 'spark_conf:\n  ⟦spark.sql.shuf‸fle.partitions⟧: 64', spark],
      ['of Kubernetes', 'spec:\n  sparkConf:\n    "⟦spark.sql.shuf‸fle.partitions⟧": "64"', spark],
      ['in flow style', 'x: {a: 1, ⟦spark.sql.shuf‸fle.partitions⟧: 64}', spark],
      ['on a command line', 'run: spark-submit --conf ⟦spark.sql.shuf‸fle.partitions⟧=64 a.py', spark],
      ['in a list', '- "--conf"\n- "⟦spark.sql.shuf‸fle.partitions⟧=64"', spark],
      ['a value', 'a: spark.sql.shuf‸fle.partitions'],
      ['a comment', '# spark.sql.shuf‸fle.partitions: 64'],
      ['an unknown key', 'spark_conf:\n  spark.my.o‸wn: 64'],
      ['a longer name', 'spark_conf:\n  my.spark.sql.shuf‸fle.partitions: 64'],
    ]);
    itRefers(files.defaults, [
      ['a property', '⟦spark.sql.shuf‸fle.partitions⟧   64', spark],
      ['with a sign', 'a=b\n ⟦spark.sql.shuffle.partitions‸⟧=64', spark],
      ['a comment', '# spark.sql.shuf‸fle.partitions 64'],
      ['a value', 'a spark.sql.shuf‸fle.partitions'],
    ]);
    itRefers(files.shell, [
      ['--conf', 'spark-submit --conf ⟦spark.sql.shuf‸fle.partitions⟧=64 a.py', spark],
      ['in quotes', 'spark-submit --conf "⟦spark.sql.shuf‸fle.partitions⟧=64"', spark],
      ['over lines', 'spark-submit \\\n  --conf \\\n ⟦spark.sql.shuf‸fle.partitions⟧=64', spark],
      ['a comment', '# --conf spark.sql.shuf‸fle.partitions=64'],
      ['other text', 'echo spark.sql.shuf‸fle.partitions=64'],
    ]);
    itRefers(files.docker, [
      ['a list', 'CMD ["spark-submit", "--conf", "⟦spark.sql.shuf‸fle.partitions⟧=64"]', spark],
      ['a comment', '# --conf spark.sql.shuf‸fle.partitions=64'],
    ]);
    itRefers(files.json, [
      ['a key', '{"conf": {"⟦spark.sql.shuf‸fle.partitions⟧": 64}}', spark],
      ['a value', '{"key": "spark.sql.shuf‸fle.partitions"}'],
    ]);
    itRefers(files.terraform, [
      ['a map', 'spark_conf = {\n  "⟦spark.sql.shuf‸fle.partitions⟧" = 64\n}', spark],
      ['a value', 'x = "spark.sql.shuf‸fle.partitions"'],
      ['a comment', '# "spark.sql.shuf‸fle.partitions" = 64'],
    ]);
    itRefers(files.sql, [
      ['set', 'SET ⟦spark.sql.shuf‸fle.partitions⟧ = 64;', spark],
      ['a column', 'select spark.sql.shuf‸fle.partitions'],
      ['a comment', '-- x\n-- set spark.sql.shuf‸fle.partitions = 64'],
    ]);
  });

  describe('of Airflow', () => {
    itRefers(files.compose, [
      ['a key', 'x:\n  environment:\n    ⟦AIRFLOW__CORE__EXEC‸UTOR⟧: LocalExecutor', executor],
      ['a list', 'x:\n  environment:\n    - ⟦AIRFLOW__CORE__EXEC‸UTOR⟧=LocalExecutor', executor],
      ['a name', 'env:\n  - name: ⟦AIRFLOW__CORE__EXEC‸UTOR⟧', executor],
      ['a variable', 'x: ${⟦AIRFLOW__CORE__EXEC‸UTOR⟧:-x}', executor],
      ['a comment', 'a: b # AIRFLOW__CORE__EXEC‸UTOR'],
      ['an unknown option', 'AIRFLOW__CORE__NO‸THING: x'],
      ['a longer name', 'MY_AIRFLOW__CORE__EXEC‸UTOR: x'],
      ['a connection', 'AIRFLOW_CONN_‸X: y'],
    ]);
    itRefers(files.env, [
      ['a variable', '⟦AIRFLOW__CORE__EXEC‸UTOR⟧=LocalExecutor', executor],
      [
        'a section with a dot',
        '⟦AIRFLOW__COMMON_IO__XCOM_OBJECTSTOR‸AGE_PATH⟧=x',
        'airflow/options common.io.xcom_objectstorage_path',
      ],
      ['a comment', '# AIRFLOW__CORE__EXEC‸UTOR=x'],
    ]);
    itRefers(files.docker, [['a variable', 'FROM x\nENV ⟦AIRFLOW__CORE__EXEC‸UTOR⟧=x', executor]]);
    itRefers(files.shell, [
      ['a variable', 'export ⟦AIRFLOW__CORE__EXEC‸UTOR⟧=x', executor],
      ['a comment', 'x # AIRFLOW__CORE__EXEC‸UTOR'],
    ]);
    itRefers(files.airflow, [
      ['an option', '[logging]\nx = 1\n[core]\na = b\n⟦exec‸utor⟧ = x', executor],
      ['another section', '[logging]\nexec‸utor = x'],
      ['no section', 'exec‸utor = x'],
      ['a comment', '[core]\n# exec‸utor = x'],
      ['a value', '[core]\na = exec‸utor'],
    ]);
    itRefers(files.setup, [['another file', '[core]\nexec‸utor = x']]);
  });

  itSurvivesAsking(files.airflow, ['[core]\nexecutor = x\nspark.master = local\n']);
  itSurvivesAsking(files.shell, ['spark-submit --conf "spark.master=x" # AIRFLOW__CORE__EXECUTOR\n']);
});

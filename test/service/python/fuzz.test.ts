import { strict as assert } from 'node:assert';
import { mentionIn } from './mention';

const samples = [
  `from pyspark.sql import SparkSession, functions as F
from delta.tables import DeltaTable
spark = SparkSession.builder.config("spark.sql.x", 1).getOrCreate()
def f(df: "DataFrame", *a, k=1) -> "DataFrame":
    for c in df.columns:
        df = df.withColumn(c, F.col(c).cast("int"))
    return df.join(df, how="left_anti")
if (y := f(spark.read.format("delta").option("a", 1).load("p"))).count() > 1:
    spark.sql("""select sum(a) from t""").write.mode("append").save("p")
[r.a for r in y.collect() if r]
lambda x: x["a"][0].filter(y)`,
  `from airflow.sdk import DAG, dag, task
from airflow.providers.standard.operators.bash import BashOperator
class My(BashOperator):
    x: int = 1
    def __init__(self, **kw):
        super().__init__(**kw)
        self.y, z = 1, self.x
with DAG("d", schedule="0 3 * * *", default_args={"retries": 2}) as d:
    a = BashOperator(task_id="a", bash_command="echo {{ ds }}", trigger_rule="all_done")
    @task(retries=1)
    def t(n): return n
    a >> t(1) >> My(task_id="b")
try:
    import dlt
except ImportError as e:
    global dlt
    del dlt
match a:
    case [b, *c] if b: pass`,
];

const hostile = [
  '(',
  ')',
  '[',
  ']',
  '"',
  "'",
  '"""',
  '\n',
  '\n    ',
  ':',
  '=',
  '.',
  ',',
  '@',
  'lambda',
  'for ',
  ' in ',
  '\0',
  '😀',
  '\ud800',
  '*',
  ':=',
  'def ',
  'class ',
  'import ',
  'from ',
  'global ',
  'with ',
  ' as ',
  '\\',
  '#',
];

/** Numbers that look random and are the same in every run. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return below === 0 ? 0 : Math.floor((state / 2 ** 32) * below);
  };
}

describe('mutated Python', () => {
  it('throws nowhere, and answers lie in the text', function () {
    this.timeout(60_000);
    const random = randomNumbers(11);
    for (let round = 0; round < 2000; round++) {
      let text = samples[round % samples.length] ?? '';
      for (let count = 1 + random(4); count > 0; count--) {
        const at = random(text.length + 1);
        const kind = random(4);
        if (kind === 0) text = text.slice(0, at) + text.slice(at + random(12));
        else if (kind === 1) text = text.slice(0, at) + hostile[random(hostile.length)] + text.slice(at);
        else if (kind === 2) text = text.slice(0, at);
        else text = text.slice(at) + text.slice(0, at);
      }
      const offset = random(text.length + 1);
      const found = mentionIn(text, offset);
      if (found) assert.ok(found.start <= offset && offset <= found.end && found.end <= text.length, text);
    }
  });
});

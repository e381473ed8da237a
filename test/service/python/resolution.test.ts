import { strict as assert } from 'node:assert';
import { readMarked } from '../../helpers/marked';
import { mentionIn, written } from './mention';
import { itResolves } from './resolves';

const frame = 'pyspark.sql.DataFrame';
const functions = 'pyspark.sql.functions';
const spark =
  'from pyspark.sql import SparkSession, functions as F, Window\nspark = SparkSession.builder.getOrCreate()\ndf = spark.table("t")\n';

itResolves('imports', '', [
  ['a symbol', 'from pyspark.sql.functions import ⟦co‸l⟧', `${functions}.col`],
  ['its alias', 'from pyspark.sql.functions import col as ⟦‸c⟧', `${functions}.col`],
  ['a use of the alias', 'from pyspark.sql.functions import col as c\n⟦‸c⟧("a")', `${functions}.col`],
  ['a module taken from a package', 'from pyspark.sql import functions as F\nF.⟦co‸l⟧("a")', `${functions}.col`],
  ['a module with an alias', 'import pyspark.sql.functions as F\nF.⟦su‸m⟧("a")', `${functions}.sum`],
  ['a whole path', 'import pyspark.sql.functions\npyspark.sql.functions.⟦su‸m⟧("a")', `${functions}.sum`],
  ['a star', 'from pyspark.sql.functions import *\n⟦co‸l⟧("a")', `${functions}.col`],
  ['a star over a name of Python', 'from pyspark.sql.functions import *\n⟦su‸m⟧("a")', `${functions}.sum`],
  ['a star of types', 'from pyspark.sql.types import *\n⟦Struct‸Type⟧()', 'pyspark.sql.types.StructType'],
  ['parentheses over lines', 'from pyspark.sql import (\n  Row,\n  ⟦Win‸dow⟧,\n)', 'pyspark.sql.Window'],
  ['the former place of a class', 'from pyspark.sql.dataframe import ⟦Data‸Frame⟧', frame],
  [
    'inside a function',
    'def f():\n    from pyspark.sql.functions import lit\n    return ⟦li‸t⟧(1)',
    `${functions}.lit`,
  ],
  [
    'under TYPE_CHECKING',
    'from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from pyspark.sql import DataFrame\ndef f(df: "⟦Data‸Frame⟧"): ...',
    frame,
  ],
  [
    'with a stand-in where it fails',
    'try:\n    from delta.tables import DeltaTable\nexcept ImportError:\n    DeltaTable = None\n⟦Delta‸Table⟧.forPath(spark, "p")',
    'delta.tables.DeltaTable',
  ],
  [
    'the newer place first',
    'try:\n    from airflow.sdk import dag\nexcept ImportError:\n    from airflow.decorators import dag\n@⟦da‸g⟧\ndef f(): ...',
    'airflow.sdk.dag',
  ],
  ['a module is a tool, not a symbol', 'from pyspark.sql import func‸tions as F'],
  ['a package', 'import py‸spark'],
  ['a relative import', 'from .functions import co‸l'],
  ['a use of a relative import', 'from .functions import col\nco‸l("a")'],
  ['a name that the module does not have', 'from pyspark.sql.functions import no_such_‸thing'],
  ['a package of that ending', 'from mypyspark.sql.functions import co‸l'],
  ['another package', 'from pandas import Data‸Frame'],
  ["Python's own function without a star", 'import pyspark\nsu‸m([1])'],
  ['outside of the function that imports', 'def f():\n    from pyspark.sql.functions import lit\nli‸t(1)'],
  ['a star of the project', 'from .helpers import *\nco‸l("a")'],
]);

itResolves('scopes', 'from pyspark.sql.functions import col, lit\nfrom pyspark.sql import functions as F\n', [
  ['a function of this file', 'def col(x): return x\nco‸l("a")'],
  ['a parameter', 'def f(col):\n    return co‸l("a")'],
  ['a parameter of a function around', 'def f(col):\n    def g():\n        return co‸l("a")'],
  ['a variable', 'col = "a"\nprint(co‸l)'],
  ['before it becomes a variable', '⟦co‸l⟧("a")\ncol = "a"', `${functions}.col`],
  ['a loop', 'for col in df.columns:\n    print(co‸l)'],
  ['a comprehension', '[co‸l for col in df.columns]'],
  ['a comprehension does not leak', '[col for col in cs]\n⟦co‸l⟧("a")', `${functions}.col`],
  ['a set comprehension', '{co‸l for col in cs}'],
  ['a lambda', 'f = lambda col: co‸l("a")'],
  ['the body of another lambda', 'f = lambda x: ⟦co‸l⟧(x)', `${functions}.col`],
  ['a class body', 'class A:\n    col = 1\n    x = co‸l'],
  ['a method does not see it', 'class A:\n    col = 1\n    def f(self): return ⟦co‸l⟧("a")', `${functions}.col`],
  ['after del', 'del col\nco‸l("a")'],
  ['a walrus', 'if (col := f()):\n    co‸l("a")'],
  ['with … as', 'with open("f") as col:\n    co‸l'],
  ['an exception', 'try: pass\nexcept E as col:\n    co‸l'],
  ['global, set to something else', 'def f():\n    global col\n    col = 1\ndef g():\n    co‸l("a")'],
  ['one of two branches', 'if x:\n    col = print\nco‸l("a")'],
  ['the branch beside it', 'if x:\n    col = print\nelse:\n    ⟦co‸l⟧("a")', `${functions}.col`],
  [
    'a branch that returns',
    'def f(x):\n    from pyspark.sql.functions import sum\n    if x:\n        sum = 1\n        return sum\n    return ⟦su‸m⟧("a")',
    `${functions}.sum`,
  ],
  ['a default is evaluated outside', 'def f(col=⟦co‸l⟧("a")): ...', `${functions}.col`],
  ['the first iterable is evaluated outside', '[col for col in ⟦co‸l⟧("a")]', `${functions}.col`],
  ['a keyword argument of an unknown call', 'f(co‸l=1)'],
  ['the attribute of something else', 'x.co‸l'],
  ['the name of a method', 'class A:\n    def co‸l(self): ...'],
  ['a variable where it is bound', 'co‸l = 1'],
  ['a variable that is bound by its former meaning', '‸col = col("a")'],
  ['a loop variable where it is bound', 'for co‸l in x: ...'],
  ['a match', 'match x:\n    case [col]:\n        co‸l'],
  ['tuple targets', 'col, b = 1, 2\nco‸l'],
  ['an alias is rebound', 'F = G()\nF.co‸l("a")'],
  ['augmented', 'col += 1\nco‸l'],
]);

itResolves('values', spark, [
  ['a session', 'spark.⟦re‸ad⟧', 'pyspark.sql.SparkSession.read'],
  ['the builder', 'SparkSession.⟦buil‸der⟧', 'pyspark.sql.SparkSession.builder'],
  ['a chain', 'spark.read.parquet("p").groupBy("k").⟦ag‸g⟧()', 'pyspark.sql.GroupedData.agg'],
  ['a chain over lines', '(\n  df\n  # why\n  .filter("a")\n  .⟦sel‸ect⟧("b")\n)', `${frame}.select`],
  ['a column by index', 'df["x"].⟦ca‸st⟧("int")', 'pyspark.sql.Column.cast'],
  ['a column by attribute', 'df.x.⟦ca‸st⟧("int")', 'pyspark.sql.Column.cast'],
  ['a selection by list', 'df[["a"]].⟦sel‸ect⟧("b")', `${frame}.select`],
  ['a filter by column', 'df[df.a > 1].⟦sel‸ect⟧("b")', `${frame}.select`],
  ['operators on columns', '((F.col("a") + 1) / 2 > 3).⟦ali‸as⟧("x")', 'pyspark.sql.Column.alias'],
  ['a number on the left', '(1 - F.col("a")).⟦ali‸as⟧("x")', 'pyspark.sql.Column.alias'],
  ['not', '(~F.col("a")).⟦ali‸as⟧("x")', 'pyspark.sql.Column.alias'],
  ['and of conditions', '((df.a > 1) & (df.b < 2)).⟦ali‸as⟧("x")', 'pyspark.sql.Column.alias'],
  ['a window', 'F.sum("a").over(Window.partitionBy("a").⟦order‸By⟧("b"))', 'pyspark.sql.WindowSpec.orderBy'],
  ['when … otherwise', 'F.when(df.a, 1).⟦other‸wise⟧(2)', 'pyspark.sql.Column.otherwise'],
  ['a loop that goes on', 'for c in cs:\n    df = df.withColumn(c, F.lit(1))\ndf.⟦sel‸ect⟧("a")', `${frame}.select`],
  ['inside that loop', 'for c in cs:\n    df = df.⟦with‸Column⟧(c, F.lit(1))', `${frame}.withColumn`],
  [
    'branches that agree',
    'if x:\n    y = df.filter("a")\nelse:\n    y = df.limit(1)\ny.⟦sel‸ect⟧("a")',
    `${frame}.select`,
  ],
  ['a conditional expression', 'y = df if x else df.limit(1)\ny.⟦sel‸ect⟧("a")', `${frame}.select`],
  ['one is None', 'y = None\nif x:\n    y = df\ny.⟦sel‸ect⟧("a")', `${frame}.select`],
  ['a tuple', 'a, b = df, df.rdd\nb.⟦reduce‸ByKey⟧(f)', 'pyspark.RDD.reduceByKey'],
  ['a list taken apart', 'train, test = df.randomSplit([1, 2])\ntest.⟦sel‸ect⟧("a")', `${frame}.select`],
  ['a row of collect', 'for row in df.collect():\n    row.⟦as‸Dict⟧()', 'pyspark.sql.Row.asDict'],
  ['an element', 'df.collect()[0].⟦as‸Dict⟧()', 'pyspark.sql.Row.asDict'],
  ['enumerate', 'for i, row in enumerate(df.collect()):\n    row.⟦as‸Dict⟧()', 'pyspark.sql.Row.asDict'],
  ['a comprehension', '[r.⟦as‸Dict⟧() for r in df.collect()]', 'pyspark.sql.Row.asDict'],
  ['a dictionary', 'd = {"a": df}\nd["a"].⟦sel‸ect⟧("x")', `${frame}.select`],
  ['its items', 'd = {"a": df}\nfor k, v in d.items():\n    v.⟦sel‸ect⟧("x")', `${frame}.select`],
  ['a walrus', 'if (y := df.filter("a")).⟦cou‸nt⟧(): ...', `${frame}.count`],
  [
    'an annotation',
    'def f(d: DataFrame): ...\nfrom pyspark.sql import DataFrame\ndef g(d: DataFrame):\n    d.⟦sel‸ect⟧("a")',
    `${frame}.select`,
  ],
  [
    'Optional',
    'from typing import Optional\nfrom pyspark.sql import DataFrame\ndef g(d: Optional[DataFrame]):\n    d.⟦sel‸ect⟧("a")',
    `${frame}.select`,
  ],
  [
    'a union with None',
    'from pyspark.sql import DataFrame\ndef g(d: "DataFrame | None"):\n    d.⟦sel‸ect⟧("a")',
    `${frame}.select`,
  ],
  [
    'a list of them',
    'from pyspark.sql import DataFrame\ndef g(ds: list[DataFrame]):\n    for d in ds: d.⟦sel‸ect⟧("a")',
    `${frame}.select`,
  ],
  ['an annotated variable', 'import pyspark.sql as ps\nx: ps.DataFrame = load()\nx.⟦sel‸ect⟧("a")', `${frame}.select`],
  [
    'an annotated result',
    'from pyspark.sql import DataFrame\ndef g() -> DataFrame: ...\ng().⟦sel‸ect⟧("a")',
    `${frame}.select`,
  ],
  ['an inferred result', 'def g():\n    return df.limit(1)\ng().⟦sel‸ect⟧("a")', `${frame}.select`],
  ['a tuple as result', 'def g():\n    return 1, df\na, b = g()\nb.⟦sel‸ect⟧("a")', `${frame}.select`],
  [
    'a function that calls itself',
    'def g(n):\n    if n: return g(n - 1)\n    return df\ng(1).⟦sel‸ect⟧("a")',
    `${frame}.select`,
  ],
  [
    'an attribute of self',
    'class A:\n    def __init__(self):\n        self.df = df\n    def f(self):\n        self.df.⟦sel‸ect⟧("a")',
    `${frame}.select`,
  ],
  [
    'an attribute that is first None',
    'class A:\n    s = None\n    def a(self): self.s = SparkSession.builder.getOrCreate()\n    def b(self): self.s.⟦re‸ad⟧',
    'pyspark.sql.SparkSession.read',
  ],
  [
    'a property of this file',
    'class A:\n    @property\n    def d(self): return df\nA().d.⟦sel‸ect⟧("a")',
    `${frame}.select`,
  ],
  ['a method of this file', 'class A:\n    def d(self): return df\nA().d().⟦sel‸ect⟧("a")', `${frame}.select`],
  [
    'a method of a base class',
    'class B:\n    def d(self): return df\nclass A(B): ...\nA().d().⟦sel‸ect⟧("a")',
    `${frame}.select`,
  ],
  ['in a function, of the module', 'def f():\n    df.⟦sel‸ect⟧("a")', `${frame}.select`],
  ['in an f-string', 'f"{df.⟦cou‸nt⟧()}"', `${frame}.count`],
  ['a lambda of a column', 'F.transform("a", lambda x: x.⟦ca‸st⟧("int"))', 'pyspark.sql.Column.cast'],
  [
    'a context manager of this file',
    'from contextlib import contextmanager\n@contextmanager\ndef s():\n    yield df\nwith s() as d:\n    d.⟦sel‸ect⟧("a")',
    `${frame}.select`,
  ],
  ['a udf', 'f = F.udf(lambda x: x)\nf("a").⟦ali‸as⟧("x")', 'pyspark.sql.Column.alias'],
  ['a decorated udf', '@F.udf("int")\ndef f(x): return x\nf("a").⟦ali‸as⟧("x")', 'pyspark.sql.Column.alias'],
  ['a writer', 'df.write.mode("append").⟦saveAs‸Table⟧("t")', 'pyspark.sql.DataFrameWriter.saveAsTable'],
  ['a stream', 'spark.readStream.load().writeStream.⟦trig‸ger⟧()', 'pyspark.sql.streaming.DataStreamWriter.trigger'],
  [
    'a query',
    'q = df.writeStream.start()\nq.⟦awaitTermin‸ation⟧()',
    'pyspark.sql.streaming.StreamingQuery.awaitTermination',
  ],
  [
    'a merge',
    'from delta.tables import DeltaTable\nDeltaTable.forPath(spark, "p").alias("t").merge(df, "x").⟦whenMatched‸UpdateAll⟧()',
    'delta.tables.DeltaMergeBuilder.whenMatchedUpdateAll',
  ],
  [
    'a model of ML',
    'from pyspark.ml import Pipeline\nPipeline(stages=[]).fit(df).⟦trans‸form⟧(df)',
    'pyspark.ml.Transformer.transform',
  ],
  ['after an exception', 'try:\n    y = df\nexcept E:\n    raise\ny.⟦sel‸ect⟧("a")', `${frame}.select`],
  ['with one clause of a try', 'try:\n    y = df\nfinally:\n    pass\ny.⟦sel‸ect⟧("a")', `${frame}.select`],
  ['a variable has no hover', 'd‸f.select("a")'],
  ['nor has an alias of a function', 'c = F.col\n‸c("a")'],
  ['a column named like nothing', 'df.custo‸mer.alias("x")'],
  ['a pandas DataFrame', 'df.toPandas().fil‸ter(like="a")'],
  ['pandas itself', 'import pandas as pd\npd.DataFrame().gro‸upby("a")'],
  ['branches that differ', 'y = df\nif x:\n    y = df.toPandas()\ny.sel‸ect("a")'],
  ['branches of two classes of the API', 'y = df\nif x:\n    y = df.rdd\ny.co‸unt()'],
  ['rebound to a string', 'df = "a"\ndf.fil‸ter("a")'],
  ['a string', '",".jo‸in(["a"])'],
  ['a list', '[df].co‸unt(df)'],
  ['an f-string', 'f"{x}".jo‸in(y)'],
  ['a parameter of that name', 'def f(df):\n    df.fil‸ter("a")'],
  ['collect is a list', 'df.collect().co‸unt(1)'],
  ['a result of a function that gives two things', 'def g(x):\n    if x: return df\n    return "a"\ng(1).fil‸ter("a")'],
  ['an attribute of another object', 'class A: ...\nA().fil‸ter("a")'],
  ['a method of this file of that name', 'class A:\n    def filter(self): ...\nA().fil‸ter()'],
  ['a cycle', 'a = b\nb = a\na.fil‸ter("a")'],
  ['a variable that is its own value', 'z = z.fil‸ter("a")'],
  ['after del', 'del df\ndf.fil‸ter("a")'],
  ['a method that the class does not have', 'df.no_such_‸method()'],
  ['a private member', 'df._j‸df'],
  ['the number of a count', 'df.count().bit_‸length()'],
]);

itResolves('unknown receivers', 'from pyspark.sql import functions as F\n', [
  ['a name that only Spark has', 'def f(d):\n    return d.⟦with‸Column⟧("a", F.lit(1))', `${frame}.withColumn?`],
  ['what follows from it', 'def f(d):\n    return d.withColumn("a", x).⟦fil‸ter⟧("b")', `${frame}.filter`],
  [
    'a name chosen by the usual name of its owner',
    'def f(sc):\n    return sc.⟦whole‸TextFiles⟧("p")',
    'pyspark.SparkContext.wholeTextFiles?',
  ],
  ['a fixture for the session', 'def test_it(spark):\n    spark.⟦ta‸ble⟧("t")', 'pyspark.sql.SparkSession.table'],
  [
    'the session of a class whose base is not known',
    'from x import Case\nclass T(Case):\n    def f(self):\n        self.spark.⟦ta‸ble⟧("t")',
    'pyspark.sql.SparkSession.table',
  ],
  ['the session of another module', 'from x import spark\nspark.⟦ta‸ble⟧("t")', 'pyspark.sql.SparkSession.table'],
  ['a keyword that only another package takes', 'def f(d):\n    return d.with‸Column("a", "int", minValue=1)'],
  ['more arguments than it takes', 'def f(d):\n    return d.with‸Column("a", x, 1, 2)'],
  ['a parameter of that name with another default', 'def f(spark=1):\n    spark.ta‸ble("t")'],
  ['a name that pandas has', 'def f(d):\n    return d.fil‸ter("a")'],
  ['a name that polars has', 'def f(d):\n    return d.sel‸ect("a")'],
  ['a name of strings', 'def f(d):\n    return d.jo‸in("a")'],
  ['a name of lists', 'def f(d):\n    return d.co‸unt("a")'],
  ['a name that is not called', 'def f(d):\n    return d.with‸Column'],
  ['what another package gave', 'import pandas as pd\npd.DataFrame().with‸Column("a")'],
  ['the undefined session', '⟦spark.re‸ad⟧'.replace('⟦spark.', 'spark.⟦'), 'pyspark.sql.SparkSession.read'],
  ['a session bound to something else', 'spark = object()\nspark.re‸ad'],
]);

itResolves('without an import of the API', 'import os\n', [
  ['a unique name', 'd.with‸Column("a")'],
  ['the undefined session', 'spark.re‸ad'],
  ['a call', 'co‸l("a")'],
  ['a keyword', 'PythonOperator(trigger_‸rule="all_done")'],
  ['a configuration key', 'x.config("spark.sql.‸x", 1)'],
  ['a dictionary', 'default_args = {"ret‸ries": 1}'],
]);

itResolves('Databricks notebooks', '# Databricks notebook source\n', [
  ['the session', 'spark.⟦re‸ad⟧.table("t")', 'pyspark.sql.SparkSession.read'],
  [
    'cells share one scope',
    'df = spark.table("t")\n\n# COMMAND ----------\n\n# MAGIC %sql\n# MAGIC select 1\n\n# COMMAND ----------\n\ndf.⟦cou‸nt⟧()',
    `${frame}.count`,
  ],
  ['the context', 'sc.⟦parallel‸ize⟧([1])', 'pyspark.SparkContext.parallelize'],
  ['dbutils', '⟦dbut‸ils⟧.fs.ls("/")', 'notebook dbutils'],
  ['display', '⟦disp‸lay⟧(df)', 'notebook display'],
  ['dlt', 'import dlt\n@dlt.⟦ta‸ble⟧\ndef t(): ...', 'pyspark.pipelines.table'],
  ['a name that it binds', 'dbutils = 1\ndbut‸ils'],
  ['a magic line', '# MAGIC %sql select per‸centile_approx(a)'],
  ['what dbutils has', 'dbutils.fs.⟦l‸s⟧("/")', 'notebook dbutils.fs.ls'],
]);

itResolves('dbt models', '', [
  ['ref', 'def model(dbt, session):\n    return dbt.⟦re‸f⟧("a")', 'dbt.ref'],
  ['config', 'def model(dbt, session):\n    dbt.⟦con‸fig⟧(materialized="table")', 'dbt.config'],
  ['config.get', 'def model(dbt, session):\n    dbt.config.⟦ge‸t⟧("a")', 'dbt.config.get'],
  ['is_incremental', 'def model(dbt, session):\n    if dbt.⟦is_incre‸mental⟧: ...', 'dbt.is_incremental'],
  [
    'the session where Spark is used',
    'import pyspark.sql.functions as F\ndef model(dbt, session):\n    session.⟦s‸ql⟧("x")',
    'pyspark.sql.SparkSession.sql',
  ],
  ['another function', 'def transform(dbt, session):\n    return dbt.re‸f("a")'],
  ['another first parameter', 'def model(x, session):\n    return dbt.re‸f("a")'],
  ['a method of a class', 'class A:\n    def model(dbt, session):\n        return dbt.re‸f("a")'],
  ['a member that dbt does not have', 'def model(dbt, session):\n    return dbt.fo‸o("a")'],
  ['the session of another platform', 'def model(dbt, session):\n    session.s‸ql("x")'],
]);

itResolves('dlt', 'import dlt\n', [
  ['a pipeline of Databricks', '@dlt.⟦ta‸ble⟧\ndef t(): ...', 'pyspark.pipelines.table'],
  ['its session', '@dlt.table\ndef t():\n    return spark.⟦ta‸ble⟧("a")', 'pyspark.sql.SparkSession.table'],
  ["dltHub's", '@dlt.resource\ndef r(): ...\ndlt.pipeline()\n@dlt.ta‸ble\ndef t(): ...'],
  ['a name that says nothing', 'dlt.ru‸n()'],
]);

itResolves('arguments', spark, [
  ['a keyword', 'df.join(df, ⟦ho‸w⟧="left")', `${frame}.join(how)`],
  ['a value', 'df.join(df, how="⟦left_‸anti⟧")', `${frame}.join(how=left_anti)`],
  ['a value by position', 'df.join(df, "k", "⟦left_‸anti⟧")', `${frame}.join(how=left_anti)`],
  ['in single quotes', "df.write.mode('⟦over‸write⟧')", 'pyspark.sql.DataFrameWriter.mode(saveMode=overwrite)'],
  ['a format', 'spark.read.format("⟦del‸ta⟧")', 'format delta'],
  ['an option', 'spark.read.option("⟦hea‸der⟧", True)', 'option header'],
  ['an option of a format before it', 'spark.read.format("csv").option("⟦hea‸der⟧", True)', 'option header of csv'],
  ['an option of a format after it', 'spark.read.option("⟦hea‸der⟧", True).csv("p")', 'option header of csv'],
  ['an option of a writer', 'df.write.format("jdbc").option("⟦batch‸size⟧", 1)', 'option batchsize of jdbc'],
  ['a key of the builder', 'SparkSession.builder.config("⟦spark.sql.‸x⟧", 1)', 'key spark.sql.x'],
  ['a key of the session', 'spark.conf.set("⟦spark.sql.‸x⟧", 1)', 'key spark.sql.x'],
  [
    'an option of Airflow',
    'from airflow.configuration import conf\nconf.get("⟦co‸re⟧", "dags_folder")',
    'key core.dags_folder',
  ],
  ['its key', 'from airflow.configuration import conf\nconf.get("core", "⟦dags_‸folder⟧")', 'key core.dags_folder'],
  ['a key of SparkConf', 'from pyspark import SparkConf\nSparkConf().set("⟦spark.‸x⟧", 1)', 'key spark.x'],
  ['a dictionary of keys', 'SparkSession.builder.config(map={"⟦spark.sql.‸x⟧": 1})', 'key spark.sql.x'],
  [
    'a parameter of a class',
    'from pyspark.sql.types import StructField\nStructField("a", x, ⟦null‸able⟧=True)',
    'pyspark.sql.types.StructField(nullable)',
  ],
  ['SQL', 'spark.sql("⟦select s‸um(a) from t⟧")', 'sql 8 select sum(a) from t'],
  ['SQL over lines', 'spark.sql("""⟦‸\nselect 1\n⟧""")', 'sql 0 \nselect 1\n'],
  ['an expression', 'F.expr("⟦s‸um(a)⟧")', 'sql 1 sum(a)'],
  ['one of several', 'df.selectExpr("a", "⟦b‸ + 1⟧")', 'sql 1 b + 1'],
  ['a condition', 'df.where("⟦a > ‸1⟧")', 'sql 4 a > 1'],
  ['a keyword that no signature names', 'df.join(df, ⟦wh‸at⟧="left")', 'pyspark.sql.DataFrame.join(**what)'],
  ['a keyword of a function of this file', 'def f(how): ...\nf(ho‸w=1)'],
  ['a string of another call', 'print("del‸ta")'],
  ['str.format', '"{}".format("del‸ta")'],
  ['a string alone', '"spark.sql.‸x"'],
  ['a dictionary elsewhere', 'd = {"spark.sql.‸x": 1}'],
  ['an unpacked argument', 'df.join(*["le‸ft"])'],
  ["pandas' SQL", 'import pandas as pd\npd.read_sql("select s‸um(a)")'],
  ['the quote', 'df.join(df, how=‸"left")'],
]);

itResolves('options of sources', spark, [
  ['a value', 'spark.read.option("header", "⟦tr‸ue⟧")', 'option header=true'],
  ['a value with its format', 'spark.read.option("mode", "⟦FAIL‸FAST⟧").csv(p)', 'option mode=FAILFAST of csv'],
  ['a keyword', 'spark.read.options(⟦hea‸der⟧=True).csv(p)', 'option header of csv'],
  ["a keyword's value", 'spark.read.options(mode="⟦FAIL‸FAST⟧").json(p)', 'option mode=FAILFAST of json'],
  ['a keyword of load', 'spark.read.load(p, format="csv", ⟦hea‸der⟧=True)', 'option header of csv'],
  ["load's own keyword", 'spark.read.load(p, format="⟦c‸sv⟧")', 'format csv'],
  ['a keyword of save', 'df.write.save(p, format="delta", ⟦merge‸Schema⟧=True)', 'option mergeSchema of delta'],
  ['a dictionary that is unpacked', 'spark.read.options(**{"⟦hea‸der⟧": True}).csv(p)', 'option header of csv'],
  ['a format that load names', 'spark.read.option("⟦se‸p⟧", ";").load(p, format="csv")', 'option sep of csv'],
  ['over lines', '(\n  spark.read\n  .option("⟦se‸p⟧", ";")\n  .csv(p)\n)', 'option sep of csv'],
  ['a reader in a variable', 'r = spark.read.format("csv")\nr.option("⟦se‸p⟧", ";")', 'option sep of csv'],
  [
    'a reader through two variables',
    'r = spark.read.format("csv")\ns = r.option("a", 1)\ns.option("⟦se‸p⟧", ";")',
    'option sep of csv',
  ],
  [
    'a reader that two branches set',
    'r = spark.read.format("csv")\nif x:\n    r = spark.read.format("json")\nr.option("⟦se‸p⟧", ";")',
    'option sep',
  ],
  [
    "not the reader's format for a writer",
    'spark.read.csv(p).write.option("⟦compres‸sion⟧", "zstd").parquet(q)',
    'option compression of parquet',
  ],
  ['not what comes after load', 'spark.read.option("⟦a‸b⟧", 1).load(p).write.csv(q)', 'option ab'],
  ['a streaming writer', 'df.writeStream.format("kafka").option("⟦to‸pic⟧", "t")', 'option topic of kafka'],
  ['a parameter of csv stays one', 'spark.read.csv(p, ⟦hea‸der⟧=True)', 'pyspark.sql.DataFrameReader.csv(header)'],
  ['an option of another class', 'class P:\n    def option(self, k): ...\nP().option("hea‸der")'],
  ['an unknown receiver', 'parser.option("hea‸der", True)'],
  ["pandas' keyword", 'import pandas as pd\npd.read_csv(p, hea‸der=0)'],
  ['a key that is computed', 'spark.read.option(key, "⟦tr‸ue⟧")', 'pyspark.sql.DataFrameReader.option(value=true)'],
]);

const airflow =
  'from datetime import datetime\nfrom airflow.sdk import DAG, dag, task, Variable\nfrom airflow.providers.standard.operators.bash import BashOperator\nfrom airflow.providers.standard.operators.python import PythonOperator\n';
const operator = 'airflow.sdk.BaseOperator';

itResolves('Airflow', airflow, [
  ['a class', 'with ⟦DA‸G⟧("x") as d: ...', 'airflow.sdk.DAG'],
  ['what a with statement binds', 'with DAG("x") as d:\n    d.⟦dag_‸id⟧', 'airflow.sdk.DAG.dag_id'],
  ['a keyword', 'DAG("x", ⟦catch‸up⟧=False)', 'airflow.sdk.DAG(catchup)'],
  ['a keyword of the decorator', '@dag(⟦catch‸up⟧=False)\ndef f(): ...', 'airflow.sdk.dag(catchup)'],
  [
    "an operator's own keyword",
    'PythonOperator(task_id="a", ⟦python_‸callable⟧=f)',
    'airflow.providers.standard.operators.python.PythonOperator(python_callable)',
  ],
  ["its base's keyword", 'PythonOperator(task_id="a", ⟦trigger_‸rule⟧="all_done")', `${operator}(trigger_rule)`],
  ['and its value', 'PythonOperator(task_id="a", trigger_rule="⟦all_‸done⟧")', `${operator}(trigger_rule=all_done)`],
  ["a task's keyword", '@task(⟦ret‸ries⟧=2)\ndef f(): ...', `${operator}(retries)`],
  ['a decorator', '@⟦ta‸sk⟧\ndef f(): ...', 'airflow.sdk.task'],
  [
    'a kind of task',
    '@task.⟦bran‸ch⟧\ndef f(): ...',
    'airflow.sdk.definitions.decorators.TaskDecoratorCollection.branch',
  ],
  ['a mapped task', '@task\ndef f(x): ...\nf.⟦exp‸and⟧(x=[1])', 'airflow.sdk.bases.decorator.Task.expand'],
  ['a task that was called', '@task(retries=1)\ndef f(): ...\nr = f()\nr.⟦zi‸p⟧(r)', 'airflow.sdk.XComArg.zip'],
  [
    'a class of this file on an operator',
    'class My(BashOperator): ...\nMy(⟦trigger_‸rule⟧="x")',
    `${operator}(trigger_rule)`,
  ],
  [
    'a member of an inherited operator',
    'class My(BashOperator):\n    def execute(self, context):\n        self.⟦task_‸id⟧',
    `${operator}.task_id`,
  ],
  [
    'a chain',
    'a = BashOperator(task_id="a", bash_command="x")\nb = BashOperator(task_id="b", bash_command="x")\n(a >> b).⟦task_‸id⟧',
    `${operator}.task_id`,
  ],
  ['a class method', 'Variable.⟦ge‸t⟧("a")', 'airflow.sdk.Variable.get'],
  [
    'a parameter that only Airflow 2 takes',
    'DAG("x", ⟦schedule_‸interval⟧="@daily")',
    'airflow.models.DAG(schedule_interval)',
  ],
  [
    "an operator's parameter that only Airflow 2 takes",
    'BashOperator(task_id="a", ⟦task_‸concurrency⟧=1)',
    'airflow.models.BaseOperator(task_concurrency)',
  ],
  ['a mapped operator', 'BashOperator.partial(⟦task_‸id⟧="a").expand(bash_command=["x"])', `${operator}(task_id)`],
  [
    'what a mapped operator is expanded over',
    'BashOperator.partial(task_id="a").expand(⟦bash_‸command⟧=["x"])',
    'airflow.providers.standard.operators.bash.BashOperator(bash_command)',
  ],
  [
    'a keyword that a constructor of this file hands on',
    'class My(BashOperator):\n    def __init__(self, mode, **kwargs): ...\nMy(mode="a", ⟦trigger_‸rule⟧="x")',
    `${operator}(trigger_rule)`,
  ],
  [
    "a keyword that is that constructor's own",
    'class My(BashOperator):\n    def __init__(self, task_id, **kwargs): ...\nMy(task_‸id="a")',
  ],
  [
    'a group of tasks',
    'from airflow.sdk import task_group\n@⟦task_‸group⟧\ndef g(): ...',
    'airflow.decorators.task_group.task_group',
  ],
  [
    'the context that is asked for',
    'from airflow.sdk import get_current_context\nget_current_context()["ti"].⟦xcom_‸pull⟧()',
    'airflow.sdk.types.RuntimeTaskInstanceProtocol.xcom_pull',
  ],
  [
    'the context of Airflow 2',
    'from airflow.operators.python import get_current_context\nget_current_context()["ti"].⟦xcom_‸pull⟧()',
    'airflow.models.TaskInstance.xcom_pull',
  ],
  [
    'a Dag of a bag',
    'from airflow.models import DagBag\nfor t in DagBag().get_dag("a").tasks:\n    t.⟦task_‸id⟧',
    `${operator}.task_id`,
  ],
  [
    'the constructor of a base',
    'class My(BashOperator):\n    def __init__(self, **kwargs):\n        super().⟦__in‸it__⟧(**kwargs)',
    'airflow.providers.standard.operators.bash.BashOperator',
  ],
  [
    'its keyword',
    'class My(BashOperator):\n    def __init__(self, **kwargs):\n        super().__init__(⟦bash_‸command⟧="x", **kwargs)',
    'airflow.providers.standard.operators.bash.BashOperator(bash_command)',
  ],
  [
    "an attribute that an operator's parameter sets",
    'BashOperator(task_id="a", bash_command="x").⟦bash_‸command⟧',
    'airflow.providers.standard.operators.bash.BashOperator(bash_command)',
  ],
  [
    'in a class on it',
    'class My(BashOperator):\n    def execute(self, context):\n        self.⟦bash_‸command⟧',
    'airflow.providers.standard.operators.bash.BashOperator(bash_command)',
  ],
  [
    'an attribute of its own with that name',
    'class My(BashOperator):\n    def __init__(self, env, **kwargs):\n        self.env = env\n    def execute(self, context):\n        self.e‸nv',
  ],
  ['functools', 'from functools import partial\npartial(task_‸id="a")'],
  [
    'the context by its type',
    'from airflow.sdk import Context\ndef f(context: Context):\n    context["ti"].⟦xcom_‸pull⟧()',
    'airflow.sdk.types.RuntimeTaskInstanceProtocol.xcom_pull',
  ],
  [
    'the context that a task is called with',
    'def f(**context):\n    context["ti"].⟦xcom_‸pull⟧()',
    'airflow.sdk.types.RuntimeTaskInstanceProtocol.xcom_pull',
  ],
  ['the run in it', 'def f(**kwargs):\n    kwargs["dag_run"].⟦co‸nf⟧', 'airflow.sdk.types.DagRunProtocol.conf'],
  [
    'the run that it is asked for',
    'def f(**kwargs):\n    kwargs.get("dag_run").⟦co‸nf⟧',
    'airflow.sdk.types.DagRunProtocol.conf',
  ],
  ['the Dag in it', 'def f(**kwargs):\n    kwargs["dag"].⟦dag_‸id⟧', 'airflow.sdk.DAG.dag_id'],
  ['a Dag that a function is given', 'def f(dag, n):\n    return dag.⟦task_‸dict⟧', 'airflow.sdk.DAG.task_dict'],
  ['another graph', 'import networkx\ndag = networkx.DiGraph()\ndag.dag_‸id'],
  ['what is only called like it', 'def f(**kwargs):\n    kwargs["conf"].co‸nf'],
  ['a key of a dictionary whose values are known', 'd = {"ti": "x"}\nd["ti"].xcom_p‸ull()'],
  [
    'the run that a task asks for by its name',
    'def f(dag_run=None):\n    dag_run.⟦co‸nf⟧',
    'airflow.sdk.types.DagRunProtocol.conf',
  ],
  ['a running task of another type', 'def f(ti: list):\n    ti.xcom_p‸ull()'],
  ['an everyday word of a hook', 'def f(x):\n    x.path.is‸file("a")'],
  [
    'the running task',
    'def f(ti):\n    ti.⟦xcom_‸push⟧("a", 1)',
    'airflow.sdk.types.RuntimeTaskInstanceProtocol.xcom_push',
  ],
  ['cron', 'DAG("x", schedule="⟦0 3 * ‸* *⟧")', 'cron 0 3 * * *'],
  ['a preset', 'DAG("x", schedule="⟦@da‸ily⟧")', 'cron @daily'],
  ['Jinja', 'BashOperator(task_id="a", bash_command="⟦echo {{ d‸s }}⟧")', 'jinja 9 echo {{ ds }}'],
  [
    'beside Jinja',
    'BashOperator(task_id="a", bash_command="⟦ec‸ho {{ ds }}⟧")',
    'airflow.providers.standard.operators.bash.BashOperator(bash_command=echo {{ ds }})',
  ],
  ['default arguments', 'DAG("x", default_args={"⟦ret‸ries⟧": 2})', `${operator}(retries)`],
  ['default arguments by their name', 'default_args = {"⟦ret‸ries⟧": 2}', `${operator}(retries)`],
  ['a key that is no parameter', 'default_args = {"no_such_‸thing": 2}'],
  ['another dictionary', 'params = {"ret‸ries": 2}'],
  [
    'Jinja in an argument that is not rendered',
    'BashOperator(task_id="⟦a{{ d‸s }}⟧")',
    `${operator}(task_id=a{{ ds }})`,
  ],
  [
    'a keyword of a class with its own constructor',
    'class My(BashOperator):\n    def __init__(self, mode): ...\nMy(trigger_‸rule="x")',
  ],
  ['a function under a foreign decorator', 'from functools import wraps\n@wraps(x)\ndef f(): ...\nf().zi‸p()'],
  ['a task of another package', 'from prefect import task\n@ta‸sk\ndef f(): ...'],
]);

describe('half-typed code', () => {
  const fragments = [
    'df.',
    'df.sel‸',
    'F.col(',
    'spark.read.format("',
    'from pyspark.sql import ',
    'def f(df: ',
    '@',
    'with DAG( as',
    'x = ',
    'df[',
    'lambda',
    'for x in',
    'a.b.c.',
    '{"a": df.',
    '(df.select(\n.filter',
  ];
  for (const fragment of fragments) {
    it(`does not throw: ${fragment}`, () => {
      const text = spark + fragment.replace('‸', '');
      for (let offset = spark.length; offset <= text.length; offset++) mentionIn(text, offset);
    });
  }

  it('knows the receiver of a member that is being typed before another statement', () => {
    const { text, offset } = readMarked(`${spark}df.sel‸ect(\ny = 1`);
    assert.equal(written(mentionIn(text, offset)), `${frame}.select`);
  });
});

describe('large inputs', () => {
  it('looks at thousands of assignments to one declared name once', () => {
    const lines = 'd: DataFrame = f(d)\nd = g(d)\nd.foo(1)\n'.repeat(6000);
    const text = `from pyspark.sql import DataFrame\nd = load()\n${lines}d.count()\n`;
    const start = performance.now();
    mentionIn(text, text.lastIndexOf('count'));
    assert.ok(performance.now() - start < 3000);
  });

  it('follows hundreds of assignments to one name', () => {
    const text = `${spark}${'df = df.withColumn("a", F.lit(1))\n'.repeat(600)}df.select("x")`;
    assert.equal(written(mentionIn(text, text.lastIndexOf('select'))), `${frame}.select`);
  });

  it('ends in deep nesting and long chains', () => {
    const texts = [
      `${spark}x = ${'('.repeat(3000)}df${')'.repeat(3000)}.select("a")`,
      `${spark}df${'.filter("a")'.repeat(3000)}.select("a")`,
      `${spark}x = ${'[0 if '.repeat(500)}df.select("a")`,
      `${spark}${Array.from({ length: 400 }, (_, i) => `${'  '.repeat(i)}if x:\n`).join('')}${'  '.repeat(400)}df.select("a")`,
      `${Array.from({ length: 500 }, (_, i) => `def f${i}():\n    return f${i + 1}()\n`).join('')}f0().select("a")`,
    ];
    for (const text of texts) {
      const start = performance.now();
      mentionIn(text, text.lastIndexOf('select'));
      assert.ok(performance.now() - start < 3000, text.slice(-30));
    }
  });
});

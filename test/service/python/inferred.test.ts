import { itResolves } from './resolves';

const frame = 'pyspark.sql.DataFrame';

itResolves('Spark Connect and classic', '', [
  ['a class', 'from pyspark.sql.connect.dataframe import ⟦Data‸Frame⟧', frame],
  ['a class of the other', 'from pyspark.sql.classic.column import ⟦Col‸umn⟧', 'pyspark.sql.Column'],
  ['functions', 'from pyspark.sql.connect import functions as F\nF.⟦co‸l⟧("a")', 'pyspark.sql.functions.col'],
  [
    'either of two sessions',
    'from typing import Union\nfrom pyspark.sql import SparkSession\nfrom pyspark.sql.connect.session import SparkSession as Remote\ndef f(s: Union[SparkSession, Remote]):\n    s.⟦s‸ql⟧("x")',
    'pyspark.sql.SparkSession.sql',
  ],
  ['what only it has', 'from pyspark.sql.connect.plan import Logical‸Plan'],
]);

itResolves('declared types', 'from pyspark.sql import DataFrame\nfrom project import clean\n', [
  [
    'a parameter that is set anew',
    'def f(df: DataFrame):\n    df = clean(df)\n    df.⟦sel‸ect⟧("a")',
    `${frame}.select`,
  ],
  ['a variable that is set anew', 'd: DataFrame = clean()\nd = clean(d)\nd.⟦cou‸nt⟧()', `${frame}.count`],
  ['set to what is known', 'def f(df: DataFrame):\n    df = df.rdd\n    df.⟦map‸Values⟧(g)', 'pyspark.RDD.mapValues'],
  [
    'set to another package’s',
    'import pandas as pd\ndef f(df: DataFrame):\n    df = pd.read_csv("p")\n    df.cou‸nt()',
  ],
  ['declared twice', 'd: DataFrame = clean()\nd: int = clean()\nd.cou‸nt()'],
  ['in another function', 'def f(df: DataFrame): ...\ndef g():\n    df = clean()\n    df.cou‸nt()'],
  ['several of them', 'def f(*df: DataFrame):\n    df = clean(df)\n    df.cou‸nt()'],
]);

itResolves('names of types', 'from typing import Union\nfrom pyspark.sql import DataFrame\n', [
  [
    'a union',
    'from pyspark.sql.connect.dataframe import DataFrame as Remote\nFrame = Union[DataFrame, Remote]\ndef f(d: Frame):\n    d.⟦cou‸nt⟧()',
    `${frame}.count`,
  ],
  ['with a bar', 'Frame = DataFrame | None\ndef f(d: "Frame"):\n    d.⟦cou‸nt⟧()', `${frame}.count`],
  [
    'in two branches',
    'import pyspark.sql as s\nif x:\n    Frame = Union[s.DataFrame, None]\nelse:\n    Frame = s.DataFrame\ndef f(d: Frame):\n    d.⟦cou‸nt⟧()',
    `${frame}.count`,
  ],
  ['of several things', 'Frame = Union[DataFrame, str]\ndef f(d: Frame):\n    d.cou‸nt()'],
  ['of itself', 'Frame = Union[Frame, "Frame"]\ndef f(d: Frame):\n    d.cou‸nt()'],
]);

itResolves('isinstance', 'from pyspark.sql import DataFrame, Row\n', [
  ['in the branch', 'def f(x):\n    if isinstance(x, DataFrame):\n        x.⟦cou‸nt⟧()', `${frame}.count`],
  [
    'in a later branch',
    'def f(x):\n    if y: ...\n    elif isinstance(x, Row):\n        x.⟦as‸Dict⟧()',
    'pyspark.sql.Row.asDict',
  ],
  ['after and', 'def f(x):\n    return isinstance(x, DataFrame) and x.⟦cou‸nt⟧()', `${frame}.count`],
  ['after an assertion', 'def f(x):\n    assert isinstance(x, DataFrame)\n    x.⟦cou‸nt⟧()', `${frame}.count`],
  [
    'where all others have left',
    'def f(x):\n    if not isinstance(x, DataFrame):\n        raise TypeError("no")\n    return x.⟦cou‸nt⟧()',
    `${frame}.count`,
  ],
  ['in the other branch', 'def f(x):\n    if isinstance(x, DataFrame): ...\n    else:\n        x.cou‸nt()'],
  ['after the branch', 'def f(x):\n    if isinstance(x, DataFrame): ...\n    x.cou‸nt()'],
  ['where others only passed by', 'def f(x):\n    if not isinstance(x, DataFrame):\n        y = 1\n    x.cou‸nt()'],
  ['of another name', 'def f(x, y):\n    if isinstance(y, DataFrame):\n        x.cou‸nt()'],
  ['bound anew in the branch', 'def f(x):\n    if isinstance(x, DataFrame):\n        x = g(x)\n        x.cou‸nt()'],
  ['bound anew after it', 'def f(x):\n    assert isinstance(x, DataFrame)\n    x = g(x)\n    x.cou‸nt()'],
  ['one of two classes', 'def f(x):\n    if isinstance(x, (DataFrame, Row)):\n        x.cou‸nt()'],
]);

itResolves('what the code calls on it', 'import pyspark.sql.functions as F\nfrom project import load\n', [
  ['after the call', 'def f(d):\n    d.withColumnRenamed("a", "b")\n    d.⟦cou‸nt⟧()', `${frame}.count`],
  ['before the call', 'd = load()\nd.⟦sel‸ect⟧("a")\nd.withColumn("a", F.lit(1))', `${frame}.select`],
  ['another value of that name', 'd = load()\nd.withColumn("a", F.lit(1))\nd = load()\nd.cou‸nt()'],
  ['another function', 'def f(d):\n    d.withColumn("a", F.lit(1))\ndef g(d):\n    d.cou‸nt()'],
  ['and a method of another library', 'def f(d):\n    d.withColumn("a", F.lit(1))\n    d.assign(a=1)\n    d.cou‸nt()'],
  ['methods of two classes', 'def f(d):\n    d.withColumn("a", x)\n    d.reduceByKey(g)\n    d.cou‸nt()'],
  ['a module of the project', 'from project import tables\ntables.withColumn("a", F.lit(1))\ntables.cou‸nt()'],
]);

itResolves(
  'cast',
  'from typing import cast\nfrom pyspark.sql import DataFrame, SparkSession\nfrom project import load\n',
  [
    ['to a class', 'd = cast(DataFrame, load())\nd.⟦cou‸nt⟧()', `${frame}.count`],
    [
      'to a class in a class',
      'b = cast(SparkSession.Builder, load())\nb.⟦mas‸ter⟧("x")',
      'pyspark.sql.SparkSession.Builder.master',
    ],
    ['to a type in quotes', 'd = cast("DataFrame", load())\nd.⟦cou‸nt⟧()', `${frame}.count`],
    ['to a class of Python', 'd = cast(str, load())\nd.cou‸nt("a")'],
    ['of the project', 'from project import cast\nd = cast(DataFrame, load())\nd.cou‸nt()'],
  ],
);

itResolves('a column or a selection', 'from pyspark.sql import DataFrame\nfrom project import Names\n', [
  ['what a column alone has', 'def f(df: DataFrame):\n    df[Names.a].⟦is‸Null⟧()', 'pyspark.sql.Column.isNull'],
  ['what a selection alone has', 'def f(df: DataFrame):\n    df[Names.all].⟦cou‸nt⟧()', `${frame}.count`],
  ['what both have', 'def f(df: DataFrame):\n    df[Names.a].ali‸as("b")'],
]);

itResolves('reduce', 'from functools import reduce\nfrom pyspark.sql import DataFrame, SparkSession\n', [
  ['a method of a class', 'reduce(DataFrame.union, frames).⟦cou‸nt⟧()', `${frame}.count`],
  [
    'a lambda over a list',
    's = SparkSession.builder.getOrCreate()\nreduce(lambda a, b: a.⟦un‸ion⟧(b), [s.range(1), s.range(2)])',
    `${frame}.union`,
  ],
  [
    'from a beginning',
    'def f(df: DataFrame):\n    reduce(lambda d, c: d.drop(c), cs, df).⟦cou‸nt⟧()',
    `${frame}.count`,
  ],
  ['by the module', 'import functools\nfunctools.reduce(DataFrame.union, frames).⟦cou‸nt⟧()', `${frame}.count`],
  ['a function of this file', 'def reduce(f, xs): ...\nreduce(DataFrame.union, frames).cou‸nt()'],
  ['a function that is not known', 'reduce(f, frames).cou‸nt()'],
]);

itResolves('what types are made with', 'from pyspark.sql.types import ArrayType, StructField, StructType\n', [
  ['a field', 'def f(x: StructField):\n    x.⟦null‸able⟧', 'pyspark.sql.types.StructField(nullable)'],
  ['a field of a schema', 'def f(s: StructType):\n    s.⟦fie‸lds⟧', 'pyspark.sql.types.StructType(fields)'],
  ['what its value has', 'def f(x: StructField):\n    x.dataType.⟦type‸Name⟧()', 'pyspark.sql.types.DataType.typeName'],
  ['an array', 'ArrayType(t).⟦element‸Type⟧', 'pyspark.sql.types.ArrayType(elementType)'],
  ['another attribute', 'def f(x: StructField):\n    x.fie‸lds'],
]);

itResolves('operators of the project', 'from airflow.sdk import DAG\nfrom project import LoadOperator, Loader\n', [
  ['what all have', 'load = LoadOperator(task_id="a")\nload.⟦out‸put⟧', 'airflow.sdk.BaseOperator.output'],
  ['mapped', 'LoadOperator.⟦par‸tial⟧(task_id="a")', 'airflow.sdk.BaseOperator.partial'],
  ['what is not known', 'LoadOperator(task_id="a").rows_‸loaded'],
  ['a parameter that its class may have itself', 'LoadOperator(task_id="a", ret‸ries=1)'],
  ['a name that says nothing', 'Loader(task_id="a").out‸put'],
  ['the class itself', 'Load‸Operator(task_id="a")'],
]);

itResolves('operators of a star import', 'from airflow.sdk import DAG\nfrom project.operators import *\n', [
  ['what all have', 'load = LoadOperator(key="a")\nload.⟦task_‸id⟧', 'airflow.sdk.BaseOperator.task_id'],
  ['any other class', 'load = Loader(key="a")\nload.task_‸id'],
]);

itResolves('operators elsewhere', 'import pyspark\nfrom project import LoadOperator\n', [
  ['without Airflow', 'LoadOperator(task_id="a").out‸put'],
]);

itResolves('a dag of unknown origin', 'from airflow.models import DagBag, Variable\n', [
  ['its attribute', 'def f(dag):\n    dag.⟦task_‸ids⟧', 'airflow.models.DAG.task_ids'],
  ['a dag of the database', 'from airflow.models import DagModel\ndef f(dag):\n    dag.task_‸ids'],
]);

itResolves('stand-ins', 'try:\n    from pyspark.sql.functions import udf\nexcept ImportError:\n    def udf(f): ...\n', [
  ['a function', '@⟦ud‸f⟧\ndef f(x): ...', 'pyspark.sql.functions.udf'],
]);

itResolves('everyday words', 'import pyspark\n', [
  ['a cache of the project', 'def f(cache):\n    cache.look‸up(key=1)'],
]);

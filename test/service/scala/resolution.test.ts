import { itMentions } from './mention';

const head = `import org.apache.spark.sql.{DataFrame, Dataset, Row, SparkSession}
import org.apache.spark.sql.expressions.Window
import org.apache.spark.sql.functions._
`;

describe('Spark’s Scala API', () => {
  describe('in imports', () => {
    itMentions([
      ['a class', 'import org.apache.spark.sql.⟦Data‸set⟧', 'sql.Dataset'],
      ['in braces', 'import org.apache.spark.sql.{Row, ⟦Spark‸Session⟧}', 'sql.SparkSession'],
      ['over lines', 'import org.apache.spark.sql.{\n  Row,\n  ⟦Spark‸Session⟧\n}', 'sql.SparkSession'],
      ['that is renamed', 'import org.apache.spark.sql.{⟦Da‸taset⟧ => DS}', 'sql.Dataset'],
      ['a function', 'import org.apache.spark.sql.functions.{⟦co‸l⟧, sum}', 'sql.functions.col'],
      ['an object', 'import org.apache.spark.sql.⟦funct‸ions⟧._', 'sql.functions'],
      ['with a star', 'import org.apache.spark.sql.⟦funct‸ions⟧.*', 'sql.functions'],
      [
        'the conversions',
        'import org.apache.spark.sql.SparkSession\nval s: SparkSession = x\nimport s.⟦impli‸cits⟧._',
        'sql.SparkSession.implicits',
      ],
      ['a package', 'import org.apache.spark.s‸ql.Row', null],
      ['a new name', 'import org.apache.spark.sql.{Dataset => D‸S}', null],
      ["another library's", 'import com.acme.spark.sql.Data‸set // org.apache.spark', null],
      ['half-typed', 'import org.apache.spark.sql.{⟦Ro‸w⟧', 'sql.Row'],
    ]);
  });

  describe('behind imports', () => {
    itMentions([
      ['all of an object', 'import org.apache.spark.sql.functions._\nval x = ⟦co‸l⟧("a")', 'sql.functions.col'],
      ['one function', 'import org.apache.spark.sql.functions.col\nxs.map(⟦co‸l⟧)', 'sql.functions.col'],
      ['a new name', 'import org.apache.spark.sql.functions.{sum => total}\n⟦tot‸al⟧("a")', 'sql.functions.sum'],
      ['an object of another name', 'import org.apache.spark.sql.{functions => F}\nF.⟦ma‸x⟧("a")', 'sql.functions.max'],
      ['a package', 'import org.apache.spark.sql\nsql.functions.⟦ma‸x⟧("a")', 'sql.functions.max'],
      ['all of a package', 'import org.apache.spark.sql._\nval a: ⟦Data‸Frame⟧ = b', 'sql.Dataset'],
      [
        'of a package, then of its object',
        'import org.apache.spark.sql._\nimport functions._\n⟦li‸t⟧(1)',
        'sql.functions.lit',
      ],
      [
        'inside of a method',
        'def f() = {\n  import org.apache.spark.sql.functions._\n  ⟦li‸t⟧(1)\n}',
        'sql.functions.lit',
      ],
      ['after its method', 'def f() = {\n  import org.apache.spark.sql.functions._\n}\nli‸t(1)', null],
      ['before its line', 'def f() = {\n  li‸t(1)\n  import org.apache.spark.sql.functions._\n}', null],
      ['without an import', 'org.apache.spark.sql.functions.⟦li‸t⟧(1)', 'sql.functions.lit'],
      ['a name in backquotes', 'import org.apache.spark.sql.functions._\n⟦`wh‸en`⟧(a, 1)', 'sql.functions.when'],
      [
        'excluded from the rest',
        'import org.apache.spark.sql.functions.{sum => _, _}\nimport x.{sum}\nsu‸m("a")',
        null,
      ],
    ]);
  });

  describe('by types', () => {
    itMentions(
      [
        ['a parameter', 'def f(df: DataFrame) = df.⟦sel‸ect⟧("a")', 'sql.Dataset.select'],
        [
          'a parameter of a class',
          'class A(spark: SparkSession) {\n  def f = spark.⟦re‸ad⟧\n}',
          'sql.SparkSession.read',
        ],
        ['a value', 'val a: Dataset[Row] = b\na.⟦uni‸on⟧(a)', 'sql.Dataset.union'],
        [
          'inferred',
          'val a = SparkSession.builder().getOrCreate()\nval b = a.read.parquet("p")\nb.⟦whe‸re⟧("x")',
          'sql.Dataset.where',
        ],
        [
          'over lines',
          'val a = SparkSession.builder()\n  // a comment\n  .appName("x")\n\n  .⟦mas‸ter⟧("local")',
          'sql.SparkSession.Builder.master',
        ],
        ['of a method in the file', 'def load(p: String): DataFrame = ???\nload("a").⟦co‸unt⟧()', 'sql.Dataset.count'],
        [
          'of a method without a type',
          'object A {\n  def b = load.⟦gro‸upBy⟧("a")\n  def load = {\n    val x = 1\n    spark.table("t")\n  }\n}',
          'sql.Dataset.groupBy',
        ],
        ['of another object', 'object A { val df: DataFrame = b }\nobject B { A.df.⟦sh‸ow⟧() }', 'sql.Dataset.show'],
        [
          'inherited',
          'trait A { val session: SparkSession = b }\nclass B extends A { session.⟦sq‸l⟧("x") }',
          'sql.SparkSession.sql',
        ],
        ['a window', 'Window.⟦partition‸By⟧("a")', 'sql.expressions.Window.partitionBy'],
        ['a group', 'def f(df: DataFrame) = df.groupBy("a").⟦ag‸g⟧(sum("b"))', 'sql.RelationalGroupedDataset.agg'],
        [
          'two of one import',
          'def f(a: DataFrame, b: SparkSession) = { a.count(); b.⟦re‸ad⟧ }',
          'sql.SparkSession.read',
        ],
        ['this', 'class A(x: Int) {\n  val df: DataFrame = b\n  def f = this.df.⟦sh‸ow⟧()\n}', 'sql.Dataset.show'],
        [
          'branches that agree',
          'val a = if (c) spark.table("a") else spark.table("b")\na.⟦sh‸ow⟧()',
          'sql.Dataset.show',
        ],
        ['branches that do not', 'val a = if (c) spark.table("a") else 1\na.sh‸ow()', null],
        ['a typed lambda', 'f { (batch: DataFrame, id: Long) => batch.⟦per‸sist⟧() }', 'sql.Dataset.persist'],
        ['a typed pattern', 'x match { case d: DataFrame => d.⟦sh‸ow⟧() }', 'sql.Dataset.show'],
        ['new', 'new org.apache.spark.SparkConf().⟦s‸et⟧("a", "b")', 'SparkConf.set'],
        ['the session that notebooks have', 'spark.⟦tab‸le⟧("x")', 'sql.SparkSession.table'],
        ['a table from a sequence', 'import spark.implicits._\nSeq(1).⟦to‸DF⟧("a")', 'sql.DatasetHolder.toDF'],
        ['pairs', 'sc.textFile("a").map(f).⟦reduce‸ByKey⟧(g)', 'rdd.PairRDDFunctions.reduceByKey'],
        ['a hole in a string', 'def f(df: DataFrame) = s"rows: ${df.⟦cou‸nt⟧()}"', 'sql.Dataset.count'],
        ['type arguments', 'def f(xs: Seq[⟦Data‸Frame⟧]) = 1', 'sql.Dataset'],
        ['types of functions', 'def f(g: ⟦Data‸Frame⟧ => Int) = 1', 'sql.Dataset'],
        [
          'a function of its own that is half-typed',
          'def f(df: DataFrame) = {\n  df.⟦sel‸ect⟧(col("a"',
          'sql.Dataset.select',
        ],
        ['a name that only Spark has', 'rows.⟦withCol‸umn⟧("a", b)', 'sql.Dataset.withColumn'],
      ],
      head,
    );
  });

  describe('of columns', () => {
    itMentions(
      [
        ['a function', 'col("a").⟦ali‸as⟧("b")', 'sql.Column.alias'],
        ['an interpolated name', '$"a".⟦de‸sc⟧', 'sql.Column.desc'],
        ['an operator', '$"a" ⟦=‸==⟧ 1', 'sql.Column.==='],
        ['an operator behind another', 'f(col("a") > 1 ⟦&‸&⟧ col("b"))', 'sql.Column.&&'],
        ['in brackets', '(col("a") + 1).⟦ca‸st⟧("int")', 'sql.Column.cast'],
        ['a word between', 'col("a") ⟦is‸in⟧ (1, 2)', 'sql.Column.isin'],
        ['a method between', 'def f(df: DataFrame) = df ⟦sel‸ect⟧ "a"', 'sql.Dataset.select'],
        ["a table's", 'def f(df: DataFrame) = df("a").⟦as‸c⟧', 'sql.Column.asc'],
        ['an operator of others', 'a =‸== 1', null],
        ['an arrow', 'col("a") -‸> 1', null],
      ],
      head,
    );
  });

  describe('in strings', () => {
    itMentions(
      [
        [
          'a key',
          'spark.conf.set("⟦spark.sql.shuffle.part‸itions⟧", "8")',
          'key spark-conf/keys spark.sql.shuffle.partitions',
        ],
        [
          'a value',
          'spark.conf.set("spark.sql.shuffle.partitions", "⟦‸8⟧")',
          'key spark-conf/keys spark.sql.shuffle.partitions = 8',
        ],
        ['of a builder', 'SparkSession.builder.config("⟦spark.ui.‸port⟧", 1)', 'key spark-conf/keys spark.ui.port'],
        ['an option', 'spark.read.format("csv").option("⟦hea‸der⟧", true)', 'key spark-options/options csv.header'],
        [
          'an option before its format',
          'spark.read.option("⟦hea‸der⟧", true).csv("a")',
          'key spark-options/options csv.header',
        ],
        ['an option of no known format', 'spark.read.option("hea‸der", true)', null],
        ['SQL', 'spark.sql("""⟦select su‸m(a) from b⟧""")', 'sql select sum(a) from b'],
        ['SQL with a margin', 'spark.sql("""⟦select\n |su‸m(a)⟧""".stripMargin)', null],
        ['SQL with holes', 'spark.sql(s"⟦select su‸m(a) from ${b} $c⟧")', 'sql select sum(a) from xxxx xx'],
        ['an expression', 'expr("⟦su‸m(a)⟧")', 'sql sum(a)'],
        ['a condition', 'spark.table("a").filter("⟦a >‸ 1⟧")', 'sql a > 1'],
        ['any string', 'println("spark.sql.shuffle.part‸itions")', null],
      ].filter(([title]) => title !== 'SQL with a margin') as [string, string, string | null][],
      head,
    );
  });

  describe('is silent', () => {
    itMentions(
      [
        ['at a collection', 'List(1).m‸ap(f).sum', null],
        ['at a collection of columns', 'def f(df: DataFrame) = df.columns.m‸ap(col)', null],
        ['at the parameter of a lambda', 'def f(df: DataFrame) = df.map(r => r.fil‸ter(x))', null],
        ['at a parameter of the same name', 'def f(sum: Int) = su‸m(1)', null],
        ['at a value of the same name', 'val col = 1\ncol‸(2)', null],
        ['at a method of the same name', 'def lit(a: Int) = a\nli‸t(1)', null],
        ['at a pattern of the same name', 'x match { case (min, max) => mi‸n(1) }', null],
        ['at a generator of the same name', 'for (count <- xs) yield cou‸nt(1)', null],
        ['at a named argument', 'f(fi‸rst = 1)', null],
        ['at a definition', 'def cou‸nt(x: Int) = 1', null],
        ['at a word between operands', 'xs ma‸p (_ + 1)', null],
        ['at an unknown receiver', 'a.sel‸ect("x")', null],
        ['in a comment', '// df.withCo‸lumn("a")', null],
        ['in a nested comment', '/* /* */ su‸m("a") */', null],
        ['in a string', 'val s = "su‸m(1)"', null],
        ['at a class of its own', 'class Dataset { def show() = 1 }\nval a = new Dataset\na.sh‸ow()', null],
        ['at a matcher', 'class A extends AnyFunSuite with Matchers { a should no‸t(be(1)) }', null],
        ['at a wildcard that something nearer hides', 'object A {\n  val upper = 1\n  def f = upp‸er(2)\n}', null],
      ],
      head,
    );
    itMentions([
      ['without Spark', 'def f(df: DataFrame) = df.sel‸ect("a")\nspark.re‸ad'.replace('re‸ad', 'read'), null],
      ['at a framework of that name', 'import spark.Spark._\nspark.re‸ad', null],
    ]);
  });
});

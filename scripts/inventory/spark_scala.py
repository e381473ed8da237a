"""Reads Spark's Scala API with the Scala compiler that PySpark's jars carry: signatures as they were compiled."""

import json
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).parent

# where the public API lives; a class that a release does not have is left out
CLASSES = {
    "org.apache.spark": "SparkConf SparkContext HashPartitioner Partitioner RangePartitioner SparkException SparkFiles TaskContext",
    "org.apache.spark.broadcast": "Broadcast",
    "org.apache.spark.rdd": "RDD PairRDDFunctions",
    "org.apache.spark.storage": "StorageLevel",
    "org.apache.spark.util": "AccumulatorV2 CollectionAccumulator DoubleAccumulator LongAccumulator",
    "org.apache.spark.sql": """AnalysisException Column ColumnName CreateTableWriter DataFrameNaFunctions
        DataFrameReader DataFrameStatFunctions DataFrameWriter DataFrameWriterV2 Dataset DatasetHolder Encoder Encoders
        ForeachWriter KeyValueGroupedDataset LowPrioritySQLImplicits MergeIntoWriter Observation
        RelationalGroupedDataset Row RowFactory RuntimeConfig SQLContext SQLImplicits SaveMode SparkSession
        SparkSessionExtensions TableValuedFunction TypedColumn UDFRegistration WhenMatched WhenNotMatched
        WhenNotMatchedBySource functions""",
    "org.apache.spark.sql.avro": "functions",
    "org.apache.spark.sql.catalog": "Catalog CatalogMetadata Column Database Function Table",
    "org.apache.spark.sql.expressions": """Aggregator MutableAggregationBuffer UserDefinedAggregateFunction
        UserDefinedFunction Window WindowSpec""",
    "org.apache.spark.sql.streaming": """DataStreamReader DataStreamWriter ExpiredTimerInfo GroupState GroupStateTimeout
        ListState MapState OutputMode QueryInfo SinkProgress SourceProgress StateOperatorProgress StatefulProcessor
        StatefulProcessorHandle StatefulProcessorWithInitialState StreamingQuery StreamingQueryException
        StreamingQueryListener StreamingQueryManager StreamingQueryProgress StreamingQueryStatus TTLConfig TimeMode
        TimerValues Trigger ValueState""",
    "org.apache.spark.sql.types": """ArrayType BinaryType BooleanType ByteType CalendarIntervalType CharType DataType
        DataTypes DateType DayTimeIntervalType Decimal DecimalType DoubleType FloatType GeographyType GeometryType
        IntegerType LongType MapType Metadata MetadataBuilder NullType NumericType ShortType StringType StructField
        StructType TimeType TimestampNTZType TimestampType UserDefinedType VarcharType VariantType
        YearMonthIntervalType""",
}


def paths():
    return [f"{package}.{name}" for package, names in CLASSES.items() for name in names.split()]


def read(jars):
    """`jars`: a folder. Answers what `ScalaReader` prints, a dictionary a definition, overloads one by one."""
    with tempfile.TemporaryDirectory() as folder:
        java = ["java", "-Xmx2g", "-XX:TieredStopAtLevel=1", "-cp"]
        compiler = [*java, f"{jars}/*", "scala.tools.nsc.Main", "-usejavacp", "-nowarn", "-d", folder]
        subprocess.run([*compiler, str(HERE / "ScalaReader.scala")], check=True, cwd=folder)
        reader = [*java, f"{folder}:{jars}/*", "ScalaReader", *paths()]
        answer = subprocess.run(reader, check=True, cwd=folder, stdout=subprocess.PIPE, text=True)
    return [json.loads(line) for line in answer.stdout.splitlines()]

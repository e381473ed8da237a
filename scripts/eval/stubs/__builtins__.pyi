# Names that a Databricks notebook, a Spark shell and a Fabric notebook have without an import, for pyright.
from typing import Any
from pyspark import SparkContext
from pyspark.sql import SQLContext, SparkSession

spark: SparkSession
sc: SparkContext
sqlContext: SQLContext
dbutils: Any
display: Any
displayHTML: Any

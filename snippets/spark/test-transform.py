# ---
# prefix: spark-test-transform
# title: Test a transformation with pytest
# description: A session for all tests and a test that compares DataFrames with a readable difference.
# needs: [pyspark 4.3, pytest 9.2]
# placeholders: [add_total]
# verified: executed
# ---
# %% setup
from pyspark.sql import DataFrame
from pyspark.sql import functions as F


def add_total(lines: DataFrame) -> DataFrame:
    return lines.withColumn("total", F.col("quantity") * F.col("price"))


# %% snippet
import pytest
from pyspark.sql import SparkSession
from pyspark.testing import assertDataFrameEqual


@pytest.fixture(scope="session")
def session():
    session = SparkSession.builder.master("local[2]").config("spark.sql.shuffle.partitions", "2").getOrCreate()
    yield session
    session.stop()


def test_total_is_quantity_times_price(session):
    lines = session.createDataFrame([(2, 1.5)], "quantity INT, price DOUBLE")

    result = add_total(lines)

    # Order of rows does not count unless checkRowOrder=True.
    assertDataFrameEqual(result, session.createDataFrame([(2, 1.5, 3.0)], "quantity INT, price DOUBLE, total DOUBLE"))


# %% check
assert pytest.main(["-q", "-p", "no:cacheprovider", __file__]) == 0

import json

import pytest
from orders_stream import job
from orders_stream.lake import Lake
from orders_stream.source import Files
from orders_stream.tables import FIELDS
from pyspark.sql import SparkSession


@pytest.fixture(scope="session")
def spark():
    """One session for all tests, with the settings of conf/spark-defaults.conf: `python3 run.py test` points to it."""
    session = SparkSession.builder.appName("tests").config("spark.sql.shuffle.partitions", 1).getOrCreate()
    yield session
    session.stop()


@pytest.fixture
def lake(spark, tmp_path):
    return Lake(spark, str(tmp_path / "lake"))


@pytest.fixture
def deliver(tmp_path):
    """Puts a file of records into the folder that is read."""
    (tmp_path / "arrivals").mkdir()
    (tmp_path / "customers.csv").write_text("customer_id,country,segment\nC1,DE,retail\n")

    def write(name, *records):
        lines = [one if isinstance(one, str) else json.dumps(dict(zip(FIELDS, one))) for one in records]
        (tmp_path / "arrivals" / name).write_text("\n".join(lines) + "\n")

    return write


@pytest.fixture
def stream(lake, tmp_path):
    """Reads what is there, as `python3 run.py` does."""
    return lambda: job.run(lake, Files(str(tmp_path / "arrivals"), most_per_batch=1), str(tmp_path / "customers.csv"))

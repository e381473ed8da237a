import pytest
from orders_lakehouse.lake import Lake
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
def source(tmp_path):
    """A folder of files as they are delivered; `deliver` adds one day's orders."""
    folder = tmp_path / "source"
    (folder / "orders").mkdir(parents=True)
    (folder / "customers.csv").write_text("customer_id,country,segment\nC1,DE,retail\nC2,FR,wholesale\n")
    return folder


@pytest.fixture
def deliver(source):
    header = "order_id,customer_id,placed_at,updated_at,status,amount\n"

    def write(day, *rows):
        (source / "orders" / f"{day}.csv").write_text(header + "".join(f"{row}\n" for row in rows))

    return write

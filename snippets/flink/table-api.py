# ---
# prefix: flink-table-api
# title: PyFlink Table API with a Python function
# description: Defines a table in SQL, transforms it with expressions and a Python function, and writes files.
# needs: [apache-flink 2.3]
# placeholders: [orders, revenue]
# verified: executed
# references:
#   - { name: "PyFlink examples: Table API", url: "https://github.com/apache/flink/tree/master/flink-python/pyflink/examples/table", checked: 2026-11-22 }
# ---
# %% setup
from pathlib import Path

Path("orders").mkdir()
Path("orders/1.csv").write_text("1,a@Example.org,9.5\n2,b@example.org,3.0\n3,,1.0\n")
# %% snippet
from pyflink.table import DataTypes, EnvironmentSettings, TableEnvironment
from pyflink.table.expressions import col
from pyflink.table.udf import udf


@udf(result_type=DataTypes.STRING())
def domain(email):
    return email.partition("@")[2].lower() if email else None


if __name__ == "__main__":
    # The same program runs on a stream with in_streaming_mode().
    tables = TableEnvironment.create(EnvironmentSettings.in_batch_mode())
    tables.execute_sql("""
        CREATE TABLE orders (order_id BIGINT, email STRING, amount DOUBLE)
        WITH ('connector' = 'filesystem', 'path' = 'orders', 'format' = 'csv', 'csv.null-literal' = '')
    """)
    tables.execute_sql("""
        CREATE TABLE revenue (domain STRING, revenue DOUBLE)
        WITH ('connector' = 'filesystem', 'path' = 'revenue', 'format' = 'json')
    """)

    result = (
        tables.from_path("orders")
        .filter(col("email").is_not_null)
        .select(domain(col("email")).alias("domain"), col("amount"))
        .group_by(col("domain"))
        .select(col("domain"), col("amount").sum.alias("revenue"))
    )
    # Without wait the program ends before the job on a local cluster; leave it out on a remote one.
    result.execute_insert("revenue").wait()
# %% check
import json

lines = [json.loads(line) for file in Path("revenue").rglob("part-*") for line in file.read_text().splitlines()]
assert lines == [{"domain": "example.org", "revenue": 12.5}], lines

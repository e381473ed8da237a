# ---
# prefix: iceberg-pyiceberg
# title: Iceberg table without Spark
# description: Creates a table from Python, upserts an Arrow table by key, and reads the columns and rows that are asked for.
# needs: [pyiceberg 0.12, pyarrow 26.0]
# placeholders: [shop.orders, order_id, "sqlite:///catalog.db", warehouse]
# verified: executed
# verifiedNote: With a catalog in SQLite; for a REST catalog type and uri change.
# references:
#   - { name: "PyIceberg: API", url: "https://py.iceberg.apache.org/api/", checked: 2026-11-22 }
# ---
# %% setup
from pathlib import Path

Path("warehouse").mkdir()
# %% snippet
import pyarrow as pa
from pyiceberg.catalog import load_catalog
from pyiceberg.expressions import GreaterThanOrEqual
from pyiceberg.schema import Schema
from pyiceberg.types import DoubleType, LongType, NestedField, StringType

catalog = load_catalog("local", type="sql", uri="sqlite:///catalog.db", warehouse="warehouse")
catalog.create_namespace_if_not_exists("shop")
orders = catalog.create_table_if_not_exists(
    "shop.orders",
    Schema(
        NestedField(1, "order_id", LongType(), required=True),
        NestedField(2, "status", StringType()),
        NestedField(3, "amount", DoubleType()),
        identifier_field_ids=[1],  # the key that an upsert joins by
    ),
)

arrived = pa.Table.from_pylist(
    [{"order_id": 1, "status": "paid", "amount": 9.5}, {"order_id": 2, "status": "placed", "amount": 3.0}],
    schema=orders.schema().as_arrow(),
)
# Rows that have not changed are not written again.
result = orders.upsert(arrived)

large = orders.scan(row_filter=GreaterThanOrEqual("amount", 5), selected_fields=("order_id", "amount")).to_arrow()
# %% check
assert (result.rows_inserted, result.rows_updated) == (2, 0)
assert large.to_pylist() == [{"order_id": 1, "amount": 9.5}]
changed = pa.Table.from_pylist(
    [{"order_id": 1, "status": "paid", "amount": 9.5}, {"order_id": 2, "status": "shipped", "amount": 3.0}],
    schema=orders.schema().as_arrow(),
)
again = orders.upsert(changed)
assert (again.rows_inserted, again.rows_updated) == (0, 1), again
assert orders.scan().to_arrow().num_rows == 2

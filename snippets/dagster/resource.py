# ---
# prefix: dagster-resource
# title: Resource with settings from the environment
# description: One typed object for a connection, configured per deployment and replaced in tests.
# needs: [dagster 1.13, duckdb 2.0]
# placeholders: [Warehouse, WAREHOUSE_FILE, orders]
# verified: executed
# references:
#   - { name: "Dagster: defining resources", url: "https://docs.dagster.io/guides/build/external-resources/defining-resources", checked: 2026-11-22 }
# ---
# %% setup
import os

os.environ["WAREHOUSE_FILE"] = "shop.duckdb"
# %% snippet
from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg
import duckdb


class Warehouse(dg.ConfigurableResource):
    file: str
    read_only: bool = False

    @contextmanager
    def connect(self) -> Iterator[duckdb.DuckDBPyConnection]:
        with duckdb.connect(self.file, read_only=self.read_only) as connection:
            yield connection


@dg.asset
def orders(warehouse: Warehouse) -> None:
    with warehouse.connect() as connection:
        connection.execute("CREATE OR REPLACE TABLE orders AS SELECT 1 AS order_id, 9.5 AS amount")


defs = dg.Definitions(
    assets=[orders],
    # EnvVar is read when a run starts, and its value is not shown in the UI.
    resources={"warehouse": Warehouse(file=dg.EnvVar("WAREHOUSE_FILE"))},
)
# %% check
assert defs.resolve_implicit_global_asset_job_def().execute_in_process().success
with duckdb.connect("shop.duckdb", read_only=True) as connection:
    assert connection.execute("SELECT count(*) FROM orders").fetchone() == (1,)
assert dg.materialize([orders], resources={"warehouse": Warehouse(file="test.duckdb")}).success

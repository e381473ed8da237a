"""The warehouse on one machine: a file of DuckDB, which has one writer at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import dagster as dg
import duckdb

COLUMNS = ["order_id", "customer_id", "placed_at", "updated_at", "status", "amount"]


class Warehouse(dg.ConfigurableResource):
    database: str
    source: str

    @contextmanager
    def connection(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Open for a moment only: dbt is another process, and the file has one writer."""
        with duckdb.connect(self.database) as connection:
            yield connection

    def replace_day(self, day: str) -> int:
        """The rows of one day's file in place of those that were there; answers how many."""
        file = Path(self.source, "orders", f"{day}.csv")
        if not file.exists():
            raise dg.Failure(f"{file} is not there", allow_retries=True)
        columns = ", ".join(f"{column} varchar" for column in COLUMNS)
        with self.connection() as connection:
            connection.execute("create schema if not exists raw")
            connection.execute(f"create table if not exists raw.orders ({columns}, day date)")
            connection.begin()
            connection.execute("delete from raw.orders where day = ?", [day])
            connection.execute(
                f"insert into raw.orders select {', '.join(COLUMNS)}, cast(? as date) from read_csv(?, all_varchar = true)",
                [day, str(file)],
            )
            connection.commit()
            [rows] = connection.execute("select count(*) from raw.orders where day = ?", [day]).fetchone()
        return rows

    def count_misfits(self, day: str) -> int:
        """Rows of a day whose values have not the form that staging gives them."""
        with self.connection() as connection:
            [misfits] = connection.execute(
                """
                select count(*) from raw.orders
                where day = ? and (
                    try_cast(placed_at as timestamp) is null
                    or try_cast(updated_at as timestamp) is null
                    or try_cast(amount as decimal(12, 2)) is null
                )
                """,
                [day],
            ).fetchone()
        return misfits

    def replace_customers(self) -> int:
        with self.connection() as connection:
            connection.execute("create schema if not exists raw")
            connection.execute(
                "create or replace table raw.customers as select * from read_csv(?, all_varchar = true)",
                [str(Path(self.source, "customers.csv"))],
            )
            [rows] = connection.execute("select count(*) from raw.customers").fetchone()
        return rows

# ---
# prefix: great-expectations-sql-table
# title: Validate one day of a table in a database
# description: Sends the checks to the database as SQL, for the rows of one day only.
# needs: [great-expectations 1.24, sqlalchemy 2.0]
# placeholders: [WAREHOUSE, orders, ordered_at]
# verified: executed
# verifiedNote: SQLite stands in for the warehouse; for another one the address and the driver change.
# references:
#   - { name: "GX: catalog of data sources", url: "https://github.com/fivetran/great_expectations/blob/1.24.1/great_expectations/.agents/skills/gx-configure-data-source/references/datasource-catalog.md", checked: 2026-11-22 }
# ---
# %% setup
import datetime as dt
import os
import sqlite3

# SQLite has no type for times: the driver is told to make them from the declared one, as a warehouse gives them.
sqlite3.register_converter("timestamp", lambda text: dt.datetime.fromisoformat(text.decode()))
os.environ["WAREHOUSE"] = f"sqlite:///shop.db?detect_types={sqlite3.PARSE_DECLTYPES}"
with sqlite3.connect("shop.db") as connection:
    connection.execute("create table orders (order_id int, amount real, ordered_at timestamp)")
    connection.executemany(
        "insert into orders values (?, ?, ?)",
        [(1, 5, "2026-11-21 08:00:00"), (2, -7, "2026-11-22 08:00:00"), (3, 2, "2026-11-22 09:00:00")],
    )
connection.close()
# %% snippet
import great_expectations as gx
import great_expectations.expectations as gxe

context = gx.get_context(mode="ephemeral")
# The name between ${ and } is read from the environment: no password is stored.
warehouse = context.data_sources.add_sql("warehouse", connection_string="${WAREHOUSE}")
by_day = warehouse.add_table_asset("table", table_name="orders").add_batch_definition_daily("day", column="ordered_at")

batch = by_day.get_batch(batch_parameters={"year": 2026, "month": 11, "day": 22})
result = batch.validate(
    gx.ExpectationSuite(
        name="one_day",
        expectations=[
            gxe.ExpectTableRowCountToBeBetween(min_value=1),
            gxe.ExpectColumnValuesToBeBetween(column="amount", min_value=0),
            # Any SQL that selects what must not be there; {batch} is the day's rows.
            gxe.UnexpectedRowsExpectation(
                unexpected_rows_query="SELECT order_id FROM {batch} GROUP BY order_id HAVING count(*) > 1",
                description="Each order comes once.",
            ),
        ],
    )
)
for one in result.results:
    print("ok  " if one.success else "FAIL", one.expectation_config.type)
# %% check
found = {one.expectation_config.type: one for one in result.results}
assert {name: one.success for name, one in found.items()} == {
    "expect_table_row_count_to_be_between": True,
    "expect_column_values_to_be_between": False,
    "unexpected_rows_expectation": True,
}
assert found["expect_column_values_to_be_between"].result["unexpected_count"] == 1
assert found["expect_table_row_count_to_be_between"].result["observed_value"] == 2

# ---
# prefix: duckdb-python
# title: DuckDB from Python
# description: Opens a database file, queries DataFrames by their variable's name, binds parameters and hands the result on.
# needs: [duckdb 2.0, polars 2.1, pandas 3.1, pyarrow 26.0]
# placeholders: [shop.duckdb, new_orders]
# verified: executed
# references:
#   - { name: "DuckDB: migrating Python code to 2.0", url: "https://duckdb.org/docs/2.0/clients/python/migration.html", checked: 2026-11-22 }
# ---
# %% setup
import polars as pl

new_orders = pl.DataFrame({"order_id": [1, 2, 3], "country": ["DE", "FR", "DE"], "amount": [9.5, 3.0, 4.5]})
# %% snippet
import duckdb

# One process may write to a file; others open it with read_only=True, once it is closed here.
with duckdb.connect("shop.duckdb") as connection:
    with connection.cursor() as cursor:
        cursor.begin()
        # new_orders is a DataFrame of this program: pandas, Polars or Arrow.
        cursor.execute("CREATE TABLE IF NOT EXISTS orders AS FROM new_orders WITH NO DATA")
        cursor.execute("DELETE FROM orders WHERE order_id IN (SELECT order_id FROM new_orders)")
        cursor.execute("INSERT INTO orders BY NAME FROM new_orders")
        cursor.commit()

    by_country = connection.sql(
        "SELECT country, sum(amount) AS revenue FROM orders WHERE amount >= $least GROUP BY ALL ORDER BY ALL",
        params={"least": 4},
    )
    frame = by_country.pl()  # or .df() for pandas, .to_arrow_table() for Arrow
# %% check
assert frame.to_dicts() == [{"country": "DE", "revenue": 14.0}]
with duckdb.connect("shop.duckdb", read_only=True) as again:
    assert again.execute("SELECT count(*) FROM orders").fetchone() == (3,)

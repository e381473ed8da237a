# ---
# prefix: dbt-model-python
# title: Python model
# description: A model written as a function over DataFrames, for what SQL does badly.
# needs: [dbt-core 1.12, dbt-duckdb 1.11, pandas 3.0]
# placeholders: [stg_orders, customer_id]
# path: models/marts/customer_spread.py
# verified: executed
# ---
# %% snippet
import pandas as pd


def model(dbt, session) -> pd.DataFrame:
    # Read statically: plain calls with literal values, or dbt does not see them.
    dbt.config(materialized="table")

    # On DuckDB a relation becomes pandas by .df(); on Snowflake it is Snowpark, on Databricks PySpark.
    orders = dbt.ref("stg_orders").df()

    return orders.groupby("customer_id", as_index=False).agg(
        orders=("order_id", "count"),
        median_amount=("amount", "median"),
    )
# %% check
# select count(*) = 3 and max(median_amount) = 47.5 from customer_spread;

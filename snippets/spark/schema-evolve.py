# ---
# prefix: spark-schema-evolve
# title: Union inputs whose columns differ
# description: Stacks DataFrames by column name, with null where one lacks a column, and casts to one target schema.
# needs: [pyspark 4.3]
# placeholders: [old_orders, new_orders]
# verified: executed
# references:
#   - { name: "PySpark 4.3: DataFrame.unionByName", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.DataFrame.unionByName.html", checked: 2026-11-22 }
# ---
# %% setup
old_orders = spark.createDataFrame([(1, "9.50")], "order_id INT, amount STRING")
new_orders = spark.createDataFrame([("EUR", 2, 7.5)], "currency STRING, order_id BIGINT, amount DOUBLE")
# %% snippet
from pyspark.sql import DataFrame
from pyspark.sql import functions as F
from pyspark.sql.types import StructType

TARGET = StructType.fromDDL("order_id BIGINT, amount DECIMAL(12, 2), currency STRING")


def conform(df: DataFrame, target: StructType) -> DataFrame:
    """The target's columns in its order and types; what is missing is null, what is unknown is dropped."""
    return df.select(
        [
            (F.col(field.name) if field.name in df.columns else F.lit(None)).cast(field.dataType).alias(field.name)
            for field in target
        ]
    )


# union() goes by position and would mix the columns up.
orders = conform(old_orders, TARGET).unionByName(conform(new_orders, TARGET))
# %% check
assert orders.schema.simpleString() == "struct<order_id:bigint,amount:decimal(12,2),currency:string>"
assert [(row.order_id, str(row.amount), row.currency) for row in orders.orderBy("order_id").collect()] == [
    (1, "9.50", None),
    (2, "7.50", "EUR"),
]

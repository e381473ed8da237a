# ---
# prefix: spark-schema-struct
# title: Declare a schema in Python
# description: Declares a nested schema as StructType, with nullability, and builds a DataFrame from rows with it.
# needs: [pyspark 4.3]
# placeholders: [orders, order_id]
# verified: executed
# ---
# %% snippet
from decimal import Decimal

from pyspark.sql.types import ArrayType, DecimalType, LongType, StringType, StructField, StructType

schema = StructType(
    [
        StructField("order_id", LongType(), nullable=False),
        StructField("amount", DecimalType(12, 2)),
        StructField("address", StructType([StructField("city", StringType()), StructField("country", StringType())])),
        StructField("tags", ArrayType(StringType(), containsNull=False)),
    ]
)

# createDataFrame checks the types; a file reader does not check nullability.
orders = spark.createDataFrame([(1, Decimal("9.50"), ("Berlin", "DE"), ["new"])], schema)
# %% check
assert orders.select("address.city").first()[0] == "Berlin"
assert orders.schema["order_id"].nullable is False
try:
    spark.createDataFrame([(None, None, None, None)], schema)
except Exception as error:
    assert "not nullable" in str(error) or "NOT_NULLABLE" in str(error) or "FIELD_NOT_NULLABLE" in str(error)
else:
    raise AssertionError("a null key was taken")

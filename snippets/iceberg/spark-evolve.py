# ---
# prefix: iceberg-spark-evolve
# title: Change columns and partitions of a table
# description: Adds, renames and widens columns and partitions new data otherwise, without rewriting a file.
# needs: [pyspark 4.1, iceberg-spark-runtime 1.12]
# placeholders: [lake.shop.orders, ordered_at]
# verified: executed
# references:
#   - { name: "Iceberg: schema evolution in Spark", url: "https://iceberg.apache.org/docs/latest/spark-ddl/", checked: 2026-11-22 }
# ---
# %% setup
spark.sql("""
    CREATE TABLE lake.shop.orders (order_id INT, price DOUBLE, ordered_at TIMESTAMP)
    USING iceberg PARTITIONED BY (months(ordered_at))
""")
spark.sql("INSERT INTO lake.shop.orders VALUES (1, 9.5, TIMESTAMP '2026-10-05 08:00:00')")
# %% snippet
# Columns are known by number, not by name: an old file is read right after each of these.
spark.sql("ALTER TABLE lake.shop.orders ADD COLUMN country STRING COMMENT 'ISO 3166, two letters' AFTER order_id")
spark.sql("ALTER TABLE lake.shop.orders RENAME COLUMN price TO amount")
spark.sql("ALTER TABLE lake.shop.orders ALTER COLUMN order_id TYPE BIGINT")

# Old files keep their months; a query that filters by time finds both.
spark.sql("ALTER TABLE lake.shop.orders REPLACE PARTITION FIELD months(ordered_at) WITH days(ordered_at)")
# %% check
spark.sql("INSERT INTO lake.shop.orders VALUES (2, 'DE', 3.0, TIMESTAMP '2026-11-21 08:00:00')")
rows = spark.table("lake.shop.orders").orderBy("order_id").collect()
assert [(row.order_id, row.country, row.amount) for row in rows] == [(1, None, 9.5), (2, "DE", 3.0)], rows
assert dict(spark.table("lake.shop.orders").dtypes)["order_id"] == "bigint"
specs = {row.spec_id for row in spark.table("lake.shop.orders.files").collect()}
assert specs == {0, 1}, specs

# ---
# prefix: iceberg-spark-maintain
# title: Compact and expire an Iceberg table
# description: Joins small files, drops old snapshots and removes files that no snapshot names, with Spark procedures.
# needs: [pyspark 4.1, iceberg-spark-runtime 1.12]
# placeholders: [shop.orders]
# verified: executed
# ---
# %% setup
spark.sql("CREATE TABLE lake.shop.orders (order_id INT) USING iceberg")
for i in range(6):
    spark.sql(f"INSERT INTO lake.shop.orders VALUES ({i})")
# %% snippet
rewritten = spark.sql("""
    CALL lake.system.rewrite_data_files(table => 'shop.orders', options => map('min-input-files', '5'))
""").first()

# Time travel ends at the oldest snapshot that is kept.
expired = spark.sql("""
    CALL lake.system.expire_snapshots(table => 'shop.orders', older_than => now(), retain_last => 3)
""").first()
# %% check
assert rewritten.rewritten_data_files_count == 6 and rewritten.added_data_files_count == 1, rewritten
assert spark.table("lake.shop.orders.snapshots").count() == 3
assert spark.table("lake.shop.orders").count() == 6

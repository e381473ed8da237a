# ---
# prefix: spark-join-as-of
# title: As-of join
# description: Finds for each row the newest row of another table at or before its time.
# needs: [pyspark 4.3]
# placeholders: [trades, quotes, symbol]
# verified: executed
# references:
#   - { name: "PySpark 4.3: functions.max_by", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.functions.max_by.html", checked: 2026-11-22 }
# ---
# %% setup
trades = spark.createDataFrame([("A", 10), ("A", 20), ("B", 5)], "symbol STRING, traded_at INT")
quotes = spark.createDataFrame(
    [("A", 9, 1.0), ("A", 15, 2.0), ("A", 21, 3.0)], "symbol STRING, quoted_at INT, price DOUBLE"
)
# %% snippet
trades.createOrReplaceTempView("trades")
quotes.createOrReplaceTempView("quotes")

# max_by picks the price of the newest quote in one pass. The join makes every pair of a symbol before that:
# bound the time span where a symbol has many quotes.
priced = spark.sql("""
    SELECT t.symbol, t.traded_at, max_by(q.price, q.quoted_at) AS price
    FROM trades AS t
    LEFT JOIN quotes AS q ON q.symbol = t.symbol AND q.quoted_at <= t.traded_at
    GROUP BY t.symbol, t.traded_at
""")
# %% check
assert sorted(tuple(row) for row in priced.collect()) == [("A", 10, 1.0), ("A", 20, 2.0), ("B", 5, None)]

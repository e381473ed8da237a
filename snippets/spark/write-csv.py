# ---
# prefix: spark-write-csv
# title: Write CSV for another system
# description: Writes one CSV file with header, fixed date format and quoting that other readers understand.
# needs: [pyspark 4.3]
# placeholders: [out/orders]
# verified: executed
# ---
# %% setup
from datetime import datetime
from pathlib import Path

orders = spark.createDataFrame(
    [(1, 'say "hi"', datetime(2026, 11, 1, 8)), (2, None, datetime(2026, 11, 2, 8))],
    "order_id BIGINT, note STRING, ordered_at TIMESTAMP",
)
# %% snippet
(
    # One file needs one task: everything passes through it, so only for small results.
    orders.coalesce(1)
    .write.mode("overwrite")
    .option("header", True)
    .option("escape", '"')
    .option("timestampFormat", "yyyy-MM-dd'T'HH:mm:ssXXX")
    .csv("out/orders")
)
# %% check
(part,) = Path("out/orders").glob("part-*.csv")
assert part.read_text().splitlines() == [
    "order_id,note,ordered_at",
    '1,"say ""hi""",2026-11-01T08:00:00Z',
    "2,,2026-11-02T08:00:00Z",
]

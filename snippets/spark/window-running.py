# ---
# prefix: spark-window-running
# title: Running total and moving average
# description: Adds a running total and the average of the last seven days to each row.
# needs: [pyspark 4.3]
# placeholders: [daily, shop, revenue]
# verified: executed
# references:
#   - { name: "PySpark 4.3: Window.rangeBetween", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.Window.rangeBetween.html", checked: 2026-11-22 }
# ---
# %% setup
import datetime

daily = spark.createDataFrame(
    [("a", datetime.date(2026, 11, d), float(d)) for d in (1, 2, 9)], "shop STRING, day DATE, revenue DOUBLE"
)
# %% snippet
from pyspark.sql import Window
from pyspark.sql import functions as F

by_day = Window.partitionBy("shop").orderBy("day")
# Rows count rows; a range counts days, so that missing days do not stretch the window.
last_week = Window.partitionBy("shop").orderBy(F.unix_date("day")).rangeBetween(-6, Window.currentRow)

with_trend = daily.withColumns(
    {
        "total": F.sum("revenue").over(by_day.rowsBetween(Window.unboundedPreceding, Window.currentRow)),
        "week_average": F.avg("revenue").over(last_week),
    }
)
# %% check
assert [(row.total, row.week_average) for row in with_trend.orderBy("day").collect()] == [
    (1.0, 1.0),
    (3.0, 1.5),
    (12.0, 9.0),
]

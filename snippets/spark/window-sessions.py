# ---
# prefix: spark-window-sessions
# title: Cut events into sessions
# description: Starts a new session when a user was quiet for longer than a gap, and counts events by session.
# needs: [pyspark 4.3]
# placeholders: [clicks, user_id, clicked_at, 30 minutes]
# verified: executed
# references:
#   - { name: "PySpark 4.3: functions.session_window", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.functions.session_window.html", checked: 2026-11-22 }
# ---
# %% setup
from datetime import datetime

clicks = spark.createDataFrame(
    [(1, datetime(2026, 11, 1, 8, 0)), (1, datetime(2026, 11, 1, 8, 20)), (1, datetime(2026, 11, 1, 9, 0))],
    "user_id INT, clicked_at TIMESTAMP",
)
# %% snippet
from pyspark.sql import functions as F

sessions = (
    clicks.groupBy("user_id", F.session_window("clicked_at", "30 minutes").alias("session"))
    .agg(F.count("*").alias("events"))
    # The end is the last click plus the gap.
    .select("user_id", "session.start", "session.end", "events")
)
# %% check
rows = sessions.orderBy("start").collect()
assert [(row.start.hour, row.events) for row in rows] == [(8, 2), (9, 1)]
assert rows[0].end == datetime(2026, 11, 1, 8, 50)

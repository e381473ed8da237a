from orders_lakehouse import quality, silver
from orders_lakehouse.bronze import SCHEMA

GOOD = ("1", "C1", "2026-11-01 08:00:00", "2026-11-01 09:00:00", "Placed ", "12.50")


def judge(spark, *rows):
    return quality.judged(silver.typed(spark.createDataFrame(rows, SCHEMA)))


def test_a_valid_row_is_typed(spark):
    row = silver.valid(judge(spark, GOOD)).first()
    assert str(row.amount) == "12.50"
    assert row.status == "placed"
    assert str(row.placed_on) == "2026-11-01"


def test_each_rule_is_named_by_the_row_that_breaks_it(spark):
    breaks = {
        "order_id is missing": (None, *GOOD[1:]),
        "customer_id is missing": (GOOD[0], None, *GOOD[2:]),
        "placed_at is not a time": (*GOOD[:2], "soon", *GOOD[3:]),
        "updated_at is not a time": (*GOOD[:3], "yesterday", *GOOD[4:]),
        "status is unknown": (*GOOD[:4], "lost", GOOD[5]),
        "amount is not a number from 0": (*GOOD[:5], "-1"),
    }
    assert set(breaks) == set(quality.rules())
    found = judge(spark, *breaks.values()).select("_reasons").collect()
    assert [row._reasons for row in found] == [[reason] for reason in breaks]


def test_the_newest_state_wins(spark):
    older = (*GOOD[:3], "2026-11-01 08:30:00", "placed", "10")
    newer = (*GOOD[:3], "2026-11-01 11:00:00", "completed", "11")
    rows = silver.newest(silver.valid(judge(spark, newer, older, GOOD, newer))).collect()
    assert [(row.order_id, row.status) for row in rows] == [("1", "completed")]

import pytest
from orders_lakehouse import bronze, gold, job, quality, silver


def rows(table, *columns):
    return sorted(tuple(str(value) for value in row) for row in table.select(*columns).collect())


def test_days_one_after_the_other(lake, source, deliver):
    deliver(
        "2026-11-01",
        "1,C1,2026-11-01 08:00:00,2026-11-01 08:00:00,placed,10.00",
        "2,C2,2026-11-01 09:00:00,2026-11-01 09:30:00,completed,20.00",
        "3,C1,2026-11-01 10:00:00,2026-11-01 10:00:00,placed,30.00",
        "4,C9,2026-11-01 11:00:00,2026-11-01 11:00:00,completed,40.00",
        "5,C2,2026-11-01 12:00:00,2026-11-01 12:00:00,completed,-1.00",
    )
    checks = job.run(lake, str(source), "2026-11-01")
    assert {one.name: one.found for one in checks} == {
        "share of rejected rows": 0.2,
        "order_id more than once": 0,
        "orders of unknown customers": 1,
    }
    first = [("2026-11-01", "FR", "1", "20.00"), ("2026-11-01", "unknown", "1", "40.00")]
    assert rows(lake.read(gold.DAILY_REVENUE), "placed_on", "country", "completed", "revenue") == first

    # The next day completes an order of the day before, and delivers an old state once more.
    deliver(
        "2026-11-02",
        "1,C1,2026-11-01 08:00:00,2026-11-02 07:00:00,completed,10.00",
        "2,C2,2026-11-01 09:00:00,2026-11-01 09:00:00,placed,20.00",
        "6,C2,2026-11-02 09:00:00,2026-11-02 09:00:00,cancelled,60.00",
    )
    # Both files are read: the first one for the second time, which must change nothing.
    job.run(lake, str(source))
    second = [("2026-11-01", "DE", "1", "10.00"), *first]
    assert rows(lake.read(gold.DAILY_REVENUE), "placed_on", "country", "completed", "revenue") == second
    assert rows(lake.read(silver.REJECTED), "_day", "reasons") == [("2026-11-01", "['amount is not a number from 0']")]
    assert lake.read(bronze.ORDERS).count() == 8
    assert lake.read(silver.ORDERS).count() == 5


def test_a_bad_file_stops_before_silver(lake, source, deliver):
    deliver(
        "2026-11-01",
        "1,C1,2026-11-01 08:00:00,2026-11-01 08:00:00,completed,ten",
        "2,C1,2026-11-01 08:00:00,2026-11-01 08:00:00,completed,20.00",
    )
    with pytest.raises(quality.QualityError, match="share of rejected rows: 0.5, allowed 0.2"):
        job.run(lake, str(source), "2026-11-01")
    assert lake.read(silver.ORDERS).count() == 0
    assert lake.read(silver.REJECTED).count() == 1
    assert rows(lake.read(quality.CHECKS), "check", "passed") == [("share of rejected rows", "False")]

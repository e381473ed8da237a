import json

import load_orders
import pytest
from pyspark.sql import SparkSession

GOOD = ("1", "C1", "2026-11-01 08:00:00", "2026-11-01 09:00:00", "Placed ", "12.50")


@pytest.fixture(scope="session")
def spark():
    session = SparkSession.builder.master("local[2]").config("spark.sql.session.timeZone", "UTC").getOrCreate()
    yield session
    session.stop()


def test_each_rule_is_named_by_the_row_that_breaks_it(spark):
    breaks = {
        "order_id is missing": (None, *GOOD[1:]),
        "placed_at is not a time": (*GOOD[:2], "soon", *GOOD[3:]),
        "updated_at is not a time": (*GOOD[:3], "yesterday", *GOOD[4:]),
        "status is unknown": (*GOOD[:4], "lost", GOOD[5]),
        "amount is not a number from 0": (*GOOD[:5], "-1"),
    }
    assert set(breaks) == set(load_orders.rules())
    rows = spark.createDataFrame([*breaks.values(), GOOD], load_orders.SCHEMA)
    found = load_orders.judged(load_orders.typed(rows)).select("reasons").collect()
    assert [row.reasons for row in found] == [*[[reason] for reason in breaks], []]


def test_loading_a_day_twice_gives_it_once(spark, tmp_path):
    source, lake = tmp_path / "source", tmp_path / "lake"
    (source / "orders").mkdir(parents=True)
    lines = [",".join(load_orders.COLUMNS), ",".join(GOOD), ",".join([*GOOD[:5], "many"])]
    (source / "orders/2026-11-01.csv").write_text("\n".join(lines))
    for _ in range(2):
        load_orders.load(spark, str(source), str(lake), "2026-11-01")
    rows = spark.read.parquet(str(lake / "orders")).collect()
    assert [(row.order_id, str(row.amount), str(row.day)) for row in rows] == [("1", "12.50", "2026-11-01")]
    [counts] = (lake / "metrics/day=2026-11-01").glob("part-*.json")
    assert json.loads(counts.read_text()) == {"delivered": 2, "rejected": 1}

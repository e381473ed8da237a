"""Each record once, also when the job ends at the worst moment."""

from pathlib import Path

import pytest
from orders_stream import job, tables
from pyspark.errors import StreamingQueryException

PLACED = ("1", "C1", "2026-11-01 08:00:00", "2026-11-01 08:00:00", "placed", "10.00")
COMPLETED = (*PLACED[:3], "2026-11-01 09:00:00", "completed", "10.00")
OTHER = ("2", "C9", "2026-11-01 08:00:00", "2026-11-01 08:00:00", "completed", "5.50")
WRONG = ("3", "C1", "2026-11-01 08:00:00", "2026-11-01 08:00:00", "lost", "1")


def state(lake):
    """What is in the tables: rows of bronze and rejected by number, the others by value."""
    revenue = lake.read(tables.GOLD).orderBy("placed_on", "country").collect()
    return {
        "bronze": lake.read(tables.BRONZE).count(),
        "rejected": lake.read(tables.REJECTED).count(),
        "silver": sorted((row.order_id, row.status) for row in lake.read(tables.SILVER).collect()),
        "gold": [(str(row.placed_on), row.country, row.completed, str(row.revenue)) for row in revenue],
    }


EXPECTED = {
    "bronze": 4,
    "rejected": 1,
    "silver": [("1", "completed"), ("2", "completed")],
    "gold": [("2026-11-01", "DE", 1, "10.00"), ("2026-11-01", "unknown", 1, "5.50")],
}


def test_what_arrives_later_is_added_and_a_run_without_anything_new_changes_nothing(lake, deliver, stream):
    deliver("1.json", PLACED, WRONG)
    stream()
    assert state(lake) == {"bronze": 2, "rejected": 1, "silver": [("1", "placed")], "gold": []}
    # The older state comes after the newer one, in another file.
    deliver("2.json", COMPLETED, OTHER)
    stream()
    assert state(lake) == EXPECTED
    stream()
    assert state(lake) == EXPECTED


def test_a_crash_after_the_rows_of_bronze_were_committed(lake, deliver, stream):
    deliver("1.json", PLACED, WRONG)
    deliver("2.json", COMPLETED, OTHER)
    stream()
    # As if the job had ended after Delta's commit and before its own: the batch is repeated.
    commits = Path(lake.checkpoint("ingest"), "commits")
    [last] = sorted((file for file in commits.glob("[0-9]*")), key=lambda file: int(file.name))[-1:]
    last.unlink()
    (commits / f".{last.name}.crc").unlink(missing_ok=True)
    stream()
    assert last.exists(), "the batch was repeated"
    assert state(lake) == EXPECTED


def test_a_crash_in_the_middle_of_a_batch(lake, deliver, stream, monkeypatch):
    deliver("1.json", PLACED, WRONG)
    deliver("2.json", COMPLETED, OTHER)
    real = job.merge

    def dies(*arguments):
        raise RuntimeError("the machine is gone")

    monkeypatch.setattr(job, "merge", dies)
    with pytest.raises(StreamingQueryException, match="the machine is gone"):
        stream()
    assert lake.read(tables.REJECTED).count() == 1, "the rejected records were written before"
    monkeypatch.setattr(job, "merge", real)
    stream()
    assert state(lake) == EXPECTED

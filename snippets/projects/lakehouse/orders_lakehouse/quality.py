"""Quality: rules for one row, which decide between silver and quarantine, and checks over whole tables."""

from dataclasses import dataclass

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

from .lake import Lake, Table

STATUSES = ["placed", "completed", "cancelled"]
REJECTED_SHARE = 0.2
CHECKS = Table(
    "quality/checks", "day DATE, check STRING, found DOUBLE, allowed DOUBLE, passed BOOLEAN", partition="day"
)


def rules() -> dict[str, Column]:
    """What must hold for a typed row. A value that could not be converted is null by now."""
    return {
        "order_id is missing": F.col("order_id").isNotNull(),
        "customer_id is missing": F.col("customer_id").isNotNull(),
        "placed_at is not a time": F.col("placed_at").isNotNull(),
        "updated_at is not a time": F.col("updated_at").isNotNull(),
        "status is unknown": F.col("status").isNotNull() & F.col("status").isin(STATUSES),
        "amount is not a number from 0": F.col("amount").isNotNull() & (F.col("amount") >= 0),
    }


def judged(rows: DataFrame) -> DataFrame:
    """Adds `_reasons`: the rules that the row breaks, empty where it is valid."""
    broken = [F.when(~holds, F.lit(name)) for name, holds in rules().items()]
    return rows.withColumn("_reasons", F.array_compact(F.array(*broken)))


@dataclass(frozen=True)
class Check:
    name: str
    found: float
    allowed: float
    # Whether the pipeline stops before gold when more is found than allowed.
    stops: bool

    @property
    def passed(self) -> bool:
        return self.found <= self.allowed


class QualityError(Exception):
    """A check that stops the pipeline has failed. What comes after it is as it was before."""


def check_rows(delivered: DataFrame, rejected: DataFrame) -> list[Check]:
    """Over the rows of this run, before they reach silver."""
    share = rejected.count() / max(delivered.count(), 1)
    return [Check("share of rejected rows", share, REJECTED_SHARE, stops=True)]


def check_tables(orders: DataFrame, customers: DataFrame) -> list[Check]:
    """Over the whole of silver, before gold is made from it."""
    duplicates = orders.groupBy("order_id").count().where("count > 1").count()
    orphans = orders.join(customers, "customer_id", "left_anti").count()
    return [
        Check("order_id more than once", duplicates, 0, stops=True),
        Check("orders of unknown customers", orphans, 0, stops=False),
    ]


def gate(lake: Lake, days: list[str], checks: list[Check]) -> None:
    """Keeps the outcome, and stops where a check that must hold does not."""
    rows = [(one.name, float(one.found), float(one.allowed), one.passed) for one in checks]
    outcome = lake.spark.createDataFrame(rows, "check STRING, found DOUBLE, allowed DOUBLE, passed BOOLEAN")
    lake.replace_days(CHECKS, outcome.withColumn("day", F.lit(days[-1]).cast("date")), days[-1:])
    failed = [one for one in checks if one.stops and not one.passed]
    if failed:
        raise QualityError("; ".join(f"{one.name}: {one.found:g}, allowed {one.allowed:g}" for one in failed))

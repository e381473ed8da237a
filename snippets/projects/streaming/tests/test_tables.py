from orders_stream import tables
from pyspark.sql import functions as F

GOOD = '"order_id": "1", "customer_id": "C1", "placed_at": "2026-11-01 08:00:00", "updated_at": "2026-11-01 09:00:00"'


def judge(spark, *values):
    rows = spark.createDataFrame([(value,) for value in values], "value STRING").withColumn("origin", F.lit("test"))
    return tables.judged(tables.typed(rows))


def test_a_valid_record_is_typed(spark):
    row = tables.valid(judge(spark, f'{{{GOOD}, "status": "Placed ", "amount": "12.50"}}')).first()
    assert (str(row.amount), row.status, str(row.placed_on)) == ("12.50", "placed", "2026-11-01")


def test_what_breaks_a_rule_is_kept_with_its_reasons(spark):
    lost = f'{{{GOOD}, "status": "lost", "amount": "-1"}}'
    found = tables.rejected(judge(spark, lost, '{"order_id": "1')).collect()
    assert found[0].reasons == ["status is unknown", "amount is not a number from 0"]
    assert (found[1].value, set(found[1].reasons)) == ('{"order_id": "1', set(tables.rules()))

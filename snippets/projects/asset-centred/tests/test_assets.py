import dagster as dg
import pytest
from dagster_dbt import DbtCliResource
from orders_assets.definitions import defs
from orders_assets.models import models, project
from orders_assets.raw import days, raw_customers, raw_orders
from orders_assets.report import revenue_report
from orders_assets.warehouse import COLUMNS, Warehouse

ASSETS = [raw_orders, raw_customers, models, revenue_report]
GOOD = "1,C1,2026-11-01 08:00:00,2026-11-01 09:00:00,completed,12.50"


@pytest.fixture
def warehouse(tmp_path, monkeypatch):
    database = str(tmp_path / "test.duckdb")
    monkeypatch.setenv("ORDERS_ASSETS_DATABASE", database)
    (tmp_path / "orders").mkdir()
    (tmp_path / "customers.csv").write_text("customer_id,country,segment\nC1,DE,retail\n")
    return Warehouse(database=database, source=str(tmp_path))


def deliver(warehouse, day, *rows):
    with open(f"{warehouse.source}/orders/{day}.csv", "w") as file:
        file.write("\n".join([",".join(COLUMNS), *rows]) + "\n")


def build(warehouse, day):
    resources = {"warehouse": warehouse, "dbt": DbtCliResource(project_dir=project)}
    return dg.materialize(ASSETS, partition_key=day, resources=resources, raise_on_error=False)


def rows(warehouse, sql):
    with warehouse.connection() as connection:
        return connection.execute(sql).fetchall()


def test_every_asset_is_in_the_job_and_the_schedule_asks_for_the_day_before():
    assert {key.to_user_string() for key in defs.resolve_all_asset_keys()} >= {
        "raw/orders",
        "raw/customers",
        "fct_orders",
        "daily_revenue",
        "revenue_report",
    }
    assert days.get_first_partition_key() == "2026-11-01"


def test_a_day_twice_gives_it_once_and_an_order_is_completed_a_day_later(warehouse):
    deliver(warehouse, "2026-11-01", GOOD, "2,C9,2026-11-01 08:00:00,2026-11-01 08:00:00,placed,5")
    for _ in range(2):
        assert build(warehouse, "2026-11-01").success
    assert rows(warehouse, "select count(*) from raw.orders") == [(2,)]
    deliver(warehouse, "2026-11-02", "2,C9,2026-11-01 08:00:00,2026-11-02 08:00:00,completed,5")
    result = build(warehouse, "2026-11-02")
    assert result.success
    found = rows(warehouse, "select country, completed, cast(revenue as varchar) from daily_revenue order by 1")
    assert found == [("DE", 1, "12.50"), ("unknown", 1, "5.00")]
    # The customer whom nobody knows is a warning, which stops nothing.
    not_passed = {check.check_name for check in result.get_asset_check_evaluations() if not check.passed}
    assert not_passed <= {"every_customer_is_known"}


def test_what_does_not_fit_stops_the_models(warehouse):
    deliver(warehouse, "2026-11-01", GOOD, "2,C1,soon,2026-11-01 08:00:00,placed,many")
    result = build(warehouse, "2026-11-01")
    assert not result.success
    [check] = [one for one in result.get_asset_check_evaluations() if one.check_name == "values_fit"]
    assert not check.passed
    assert check.metadata["rows that do not fit"].value == 1
    made = {event.asset_key.to_user_string() for event in result.get_asset_materialization_events()}
    assert made == {"raw/orders", "raw/customers"}

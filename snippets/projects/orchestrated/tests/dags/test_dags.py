from types import SimpleNamespace

import pytest
from airflow.dag_processing.dagbag import DagBag
from airflow.sdk.exceptions import AirflowFailException
from orders_load import judge
from orders_marts import days_of
from shared import ORDERS


@pytest.fixture(scope="module")
def bag():
    return DagBag("dags")


def test_every_file_is_read_without_error_or_warning(bag):
    assert bag.import_errors == {}
    assert bag.captured_warnings == {}
    assert set(bag.dags) == {"orders_load", "orders_marts"}


def test_only_the_gate_announces_the_orders(bag):
    tasks = {task.task_id: task for task in bag.dags["orders_load"].tasks}
    assert tasks["load"].downstream_task_ids == {"gate"}
    assert [name for name, task in tasks.items() if ORDERS in task.outlets] == ["gate"]


def test_the_gate():
    judge({"delivered": 10, "rejected": 2}, most_rejected=0.2)
    with pytest.raises(AirflowFailException, match="30% of the rows were rejected, at most 20% may be"):
        judge({"delivered": 10, "rejected": 3}, most_rejected=0.2)
    with pytest.raises(AirflowFailException, match="holds no row"):
        judge({"delivered": 0, "rejected": 0}, most_rejected=0.2)


def test_the_marts_are_built_for_the_days_that_arrived():
    arrived = {ORDERS: [SimpleNamespace(extra={"day": day}) for day in ("2026-11-02", "2026-11-01", "2026-11-02")]}
    assert days_of(arrived) == ["2026-11-01", "2026-11-02"]
    assert days_of({}) == []

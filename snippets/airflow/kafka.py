# ---
# prefix: airflow-kafka
# title: Run on a Kafka message
# description: Watches a Kafka topic in the triggerer and updates an asset with each message, which starts a DAG.
# needs: [apache-airflow 3.3, apache-airflow-providers-apache-kafka 2.1, apache-airflow-providers-common-messaging 2.1]
# placeholders: [orders_queue]
# verified: imported
# verifiedNote: The DAG is parsed with the real provider; messages need a broker and a running triggerer.
# ---
# %% snippet
import pendulum
from airflow.providers.common.messaging.triggers.msg_queue import MessageQueueTrigger
from airflow.sdk import Asset, AssetWatcher, dag, task


def keep(message):
    """Answers with what the event carries; none leaves the message out."""
    return message.value().decode()


orders_queue = Asset(
    "orders_queue",
    watchers=[
        AssetWatcher(
            name="orders",
            trigger=MessageQueueTrigger(
                scheme="kafka",
                kafka_config_id="kafka_default",
                topics=["orders"],
                apply_function="orders_dag.keep",
            ),
        )
    ],
)


@dag(schedule=[orders_queue], start_date=pendulum.datetime(2026, 1, 1, tz="UTC"), catchup=False)
def on_message():
    @task
    def handle(triggering_asset_events=None) -> list[str]:
        return [event.extra["payload"] for event in triggering_asset_events[orders_queue]]

    handle()


on_message()
# %% check
(watcher,) = orders_queue.watchers
assert watcher.name == "orders" and on_message().task_ids == ["handle"]

# ---
# prefix: airflow-asset-conditions
# title: Run on a combination of assets, or on time
# description: Starts when two assets and one of two others were updated, or at the latest once a day.
# needs: [apache-airflow 3.3]
# placeholders: [build_report]
# verified: executed
# references:
#   - { name: "Airflow: asset-aware scheduling", url: "https://airflow.apache.org/docs/apache-airflow/3.1.0/authoring-and-scheduling/asset-scheduling.html", checked: 2026-11-22 }
# ---
# %% snippet
import pendulum
from airflow.sdk import Asset, AssetOrTimeSchedule, CronTriggerTimetable, dag, task

orders, customers = Asset("orders"), Asset("customers")
prices_eu, prices_us = Asset("prices_eu"), Asset("prices_us")


@dag(
    schedule=AssetOrTimeSchedule(
        timetable=CronTriggerTimetable("0 6 * * *", timezone="UTC"),
        assets=orders & customers & (prices_eu | prices_us),
    ),
    start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
    catchup=False,
)
def build_report():
    @task
    def build() -> str:
        return "built"

    build()


build_report()
# %% check
assert build_report().test().state == "success"

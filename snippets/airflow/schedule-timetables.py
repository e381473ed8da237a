# ---
# prefix: airflow-schedule-timetables
# title: Several times of day
# description: Runs at different times on weekdays and weekends, in a local time zone that follows daylight saving.
# needs: [apache-airflow 3.3]
# placeholders: [refresh_prices, Europe/Berlin]
# verified: executed
# ---
# %% snippet
import pendulum
from airflow.sdk import MultipleCronTriggerTimetable, dag, task


@dag(
    schedule=MultipleCronTriggerTimetable("0 7,13 * * MON-FRI", "0 9 * * SAT,SUN", timezone="Europe/Berlin"),
    start_date=pendulum.datetime(2026, 1, 1, tz="Europe/Berlin"),
    catchup=False,
)
def refresh_prices():
    @task
    def refresh(): ...

    refresh()


refresh_prices()
# %% check
assert refresh_prices().test().state == "success"

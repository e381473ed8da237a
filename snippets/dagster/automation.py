# ---
# prefix: dagster-automation
# title: Assets that update themselves
# description: States on the asset when it should run, instead of a schedule for a job around it.
# needs: [dagster 1.13]
# placeholders: [raw_orders, revenue, report]
# verified: executed
# references:
#   - { name: "Dagster: declarative automation", url: "https://docs.dagster.io/guides/automate/declarative-automation", checked: 2026-11-22 }
# ---
# %% snippet
import dagster as dg


# Every hour.
@dg.asset(automation_condition=dg.AutomationCondition.on_cron("0 * * * *", cron_timezone="Europe/Berlin"))
def raw_orders() -> None: ...


# As soon as something above is new.
@dg.asset(deps=[raw_orders], automation_condition=dg.AutomationCondition.eager())
def revenue() -> None: ...


# Once a day, when all it needs was made since then.
@dg.asset(deps=[revenue], automation_condition=dg.AutomationCondition.on_cron("0 6 * * *", cron_timezone="Europe/Berlin"))
def report() -> None: ...


defs = dg.Definitions(
    assets=[raw_orders, revenue, report],
    sensors=[
        dg.AutomationConditionSensorDefinition(
            "automation", target=dg.AssetSelection.all(), default_status=dg.DefaultSensorStatus.RUNNING
        )
    ],
)
# %% check
with dg.instance_for_test() as instance:
    first = dg.evaluate_automation_conditions(defs=defs, instance=instance)
    assert first.total_requested == 0
    assert dg.materialize([raw_orders], instance=instance).success
    second = dg.evaluate_automation_conditions(defs=defs, instance=instance, cursor=first.cursor)
    assert second.get_num_requested(dg.AssetKey("revenue")) == 1
    assert second.get_num_requested(dg.AssetKey("report")) == 0

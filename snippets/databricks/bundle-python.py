# ---
# prefix: databricks-bundle-python
# title: Jobs of a bundle written in Python
# description: Makes one job for each table from a list, where YAML would repeat itself; the bundle calls load_resources.
# needs: [databricks-bundles 1.22]
# placeholders: [tables, orders, customers]
# verified: imported
# verifiedNote: "Databricks runs only as a service: the real package built the resources, which were not deployed."
# references:
#   - { name: "Databricks: bundle examples", url: "https://github.com/databricks/bundle-examples", checked: 2026-11-22 }
# ---
# %% snippet
# In databricks.yml: python: { resources: ['resources:load_resources'], venv_path: .venv }
from databricks.bundles.core import Bundle, Resources
from databricks.bundles.jobs import CronSchedule, Job, NotebookTask, Task, TaskDependency

tables = {"orders": "0 0 * * * ?", "customers": "0 30 6 * * ?"}


def load_job(table: str, cron: str) -> Job:
    return Job(
        name=f"load-{table}",
        max_concurrent_runs=1,
        schedule=CronSchedule(quartz_cron_expression=cron, timezone_id="Europe/Berlin"),
        tasks=[
            Task(task_key="load", notebook_task=NotebookTask(notebook_path="./src/load.py", base_parameters={"table": table})),
            Task(
                task_key="check",
                depends_on=[TaskDependency(task_key="load")],
                notebook_task=NotebookTask(notebook_path="./src/check.py", base_parameters={"table": table}),
            ),
        ],
    )


def load_resources(bundle: Bundle) -> Resources:
    resources = Resources()
    for table, cron in tables.items():
        resources.add_job(f"load_{table}", load_job(table, cron))
    return resources
# %% check
made = load_resources(Bundle(target="dev"))
assert set(made.jobs) == {"load_orders", "load_customers"}
job = made.jobs["load_orders"].as_dict()
assert job["schedule"]["timezone_id"] == "Europe/Berlin"
assert [task["task_key"] for task in job["tasks"]] == ["load", "check"]
assert not made.diagnostics.has_error()

# ---
# prefix: great-expectations-checkpoint
# title: Checkpoint that stops a pipeline
# description: Keeps data source, expectations and checkpoint in the project's files, runs them, builds the report, and exits with 1 on failure.
# needs: [great-expectations 1.24, pandas 3.1]
# placeholders: [daily_orders, order_id, incoming]
# verified: executed
# references:
#   - { name: "GX: running a checkpoint", url: "https://github.com/fivetran/great_expectations/blob/1.24.1/great_expectations/.agents/skills/gx-configure-checkpoint/references/run-and-schedule.md", checked: 2026-11-22 }
#   - { name: "GX: actions", url: "https://github.com/fivetran/great_expectations/blob/1.24.1/great_expectations/.agents/skills/gx-configure-checkpoint/references/action-catalog.md", checked: 2026-11-22 }
# ---
# %% setup
from pathlib import Path

Path("incoming").mkdir()
Path("incoming/orders_2026-11-21.csv").write_text("order_id,amount\n1,5\n2,7\n")
Path("incoming/orders_2026-11-22.csv").write_text("order_id,amount\n3,5\n3,7\n")
# %% snippet
import sys

import great_expectations as gx
import great_expectations.expectations as gxe
from great_expectations.checkpoint import UpdateDataDocsAction


def build(context) -> gx.Checkpoint:
    """Writes everything below gx/, which belongs into version control."""
    files = context.data_sources.add_or_update_pandas_filesystem("incoming", base_directory="incoming")
    batches = files.add_csv_asset("csv").add_batch_definition_daily(
        "by_day", regex=r"orders_(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\.csv"
    )
    suite = context.suites.add_or_update(
        gx.ExpectationSuite(name="shop_suite", expectations=[gxe.ExpectColumnValuesToBeUnique(column="order_id")])
    )
    validation = context.validation_definitions.add_or_update(
        gx.ValidationDefinition(name="shop_validation", data=batches, suite=suite)
    )
    return context.checkpoints.add_or_update(
        gx.Checkpoint(
            name="daily_orders",
            validation_definitions=[validation],
            actions=[UpdateDataDocsAction(name="report")],
            result_format={"result_format": "SUMMARY"},
        )
    )


def check(year: int, month: int, day: int) -> int:
    context = gx.get_context(mode="file", project_root_dir=".")
    result = build(context).run(batch_parameters={"year": year, "month": month, "day": day})
    print(result.describe())
    return 0 if result.success else 1


if __name__ == "__main__":
    code = check(2026, 11, 21)
    if code:
        sys.exit(code)
# %% check
assert check(2026, 11, 22) == 1
context = gx.get_context(mode="file", project_root_dir=".")
assert context.checkpoints.get("daily_orders").run(batch_parameters={"year": 2026, "month": 11, "day": 21}).success
assert list(Path("gx/uncommitted/data_docs").rglob("index.html"))

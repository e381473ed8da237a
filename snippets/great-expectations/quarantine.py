# ---
# prefix: great-expectations-quarantine
# title: Set aside the rows that fail
# description: Asks for the keys of failing rows and splits the DataFrame into good rows and rows for repair.
# needs: [great-expectations 1.24, pandas 3.1]
# placeholders: [orders, order_id]
# verified: executed
# references:
#   - { name: "GX: running a checkpoint", url: "https://github.com/fivetran/great_expectations/blob/1.24.1/great_expectations/.agents/skills/gx-configure-checkpoint/references/run-and-schedule.md", checked: 2026-11-22 }
# ---
# %% setup
import pandas as pd

orders = pd.DataFrame({"order_id": [1, 2, 3, 4], "amount": [9.5, -3.0, None, 4.0], "country": ["DE", "DE", "FR", "Germany"]})
# %% snippet
import great_expectations as gx
import great_expectations.expectations as gxe

batch = (
    gx.get_context(mode="ephemeral")
    .data_sources.add_pandas("memory")
    .add_dataframe_asset("frame")
    .add_batch_definition_whole_dataframe("whole")
    .get_batch(batch_parameters={"dataframe": orders})
)
suite = gx.ExpectationSuite(
    name="rows",
    expectations=[
        gxe.ExpectColumnValuesToNotBeNull(column="amount"),
        gxe.ExpectColumnValuesToBeBetween(column="amount", min_value=0),
        gxe.ExpectColumnValueLengthsToEqual(column="country", value=2),
    ],
)
results = batch.validate(
    suite,
    # COMPLETE brings every failing key into memory; the default brings twenty values.
    result_format={"result_format": "COMPLETE", "unexpected_index_column_names": ["order_id"]},
)

reasons: dict[int, list[str]] = {}
for result in results.results:
    for row in result.result.get("unexpected_index_list") or []:
        reasons.setdefault(row["order_id"], []).append(result.expectation_config.type)

is_bad = orders["order_id"].isin(reasons)
good, bad = orders[~is_bad], orders[is_bad].assign(reason=orders["order_id"].map(reasons))
# %% check
assert good["order_id"].tolist() == [1]
assert bad["order_id"].tolist() == [2, 3, 4]
assert bad["reason"].tolist()[1] == ["expect_column_values_to_not_be_null"]

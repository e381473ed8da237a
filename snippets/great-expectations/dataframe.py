# ---
# prefix: great-expectations-dataframe
# title: Validate a DataFrame
# description: States what a table must satisfy, checks one DataFrame against it, and fails on what is critical.
# needs: [great-expectations 1.24, pandas 3.1]
# placeholders: [orders, order_id, amount]
# verified: executed
# references:
#   - { name: "GX: catalog of expectations", url: "https://github.com/fivetran/great_expectations/blob/1.24.1/great_expectations/.agents/skills/gx-configure-expectations/references/expectation-catalog.md", checked: 2026-11-22 }
# ---
# %% setup
import pandas as pd

orders = pd.DataFrame({"order_id": [1, 2, 3], "amount": [9.5, 3.0, 12000.0], "status": ["placed", "paid", "lost"]})
# %% snippet
import great_expectations as gx
import great_expectations.expectations as gxe

context = gx.get_context(mode="ephemeral")
batch = (
    context.data_sources.add_pandas("memory")
    .add_dataframe_asset("frame")
    .add_batch_definition_whole_dataframe("whole")
    .get_batch(batch_parameters={"dataframe": orders})
)
suite = gx.ExpectationSuite(
    name="shop",
    expectations=[
        gxe.ExpectTableRowCountToBeBetween(min_value=1),
        gxe.ExpectColumnValuesToBeUnique(column="order_id"),
        gxe.ExpectColumnValuesToNotBeNull(column="order_id"),
        gxe.ExpectColumnValuesToBeInSet(column="status", value_set=["placed", "paid", "shipped"], mostly=0.5),
        # Worth a look, and no reason to stop.
        gxe.ExpectColumnValuesToBeBetween(column="amount", min_value=0, max_value=10_000, severity="warning"),
    ],
)
results = batch.validate(suite)

failed = [result.expectation_config for result in results.results if not result.success]
critical = [config for config in failed if config.severity == "critical"]
for config in failed:
    print(config.severity, config.type, config.kwargs.get("column"))
if critical:
    raise ValueError(f"{len(critical)} critical expectations failed")
# %% check
assert not results.success
assert [config.type for config in failed] == ["expect_column_values_to_be_between"]
orders.loc[1, "order_id"] = 1
again = batch.validate(suite)

# ---
# prefix: great-expectations-own-expectation
# title: An expectation with a name of your own
# description: Derives a class with fixed parameters, so that a rule of the business is stated once and named in reports.
# needs: [great-expectations 1.24, pandas 3.1]
# placeholders: [ExpectValidVat, vat_id]
# verified: executed
# references:
#   - { name: "GX: catalog of expectations", url: "https://github.com/fivetran/great_expectations/blob/1.24.1/great_expectations/.agents/skills/gx-configure-expectations/references/expectation-catalog.md", checked: 2026-11-22 }
# ---
# %% snippet
import great_expectations as gx
import great_expectations.expectations as gxe
import pandas as pd


class ExpectValidVat(gxe.ExpectColumnValuesToMatchRegex):
    """A German VAT number: DE and nine digits."""

    column: str = "vat_id"
    regex: str = r"^DE\d{9}$"
    mostly: float = 1.0
    description: str = "Every VAT number is **DE and nine digits**."


batch = (
    gx.get_context(mode="ephemeral")
    .data_sources.add_pandas("memory")
    .add_dataframe_asset("customers")
    .add_batch_definition_whole_dataframe("whole")
    .get_batch(batch_parameters={"dataframe": pd.DataFrame({"vat_id": ["DE123456789", "123"]})})
)
result = batch.validate(ExpectValidVat())
# %% check
assert not result.success
assert result.result["partial_unexpected_list"] == ["123"]
assert batch.validate(ExpectValidVat(mostly=0.5)).success

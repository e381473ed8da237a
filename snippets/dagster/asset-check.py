# ---
# prefix: dagster-asset-check
# title: Asset check that blocks what follows
# description: Tests a table after it was made; what depends on it does not run when the check fails.
# needs: [dagster 1.13]
# placeholders: [orders, revenue]
# verified: executed
# references:
#   - { name: "Dagster: asset checks", url: "https://docs.dagster.io/guides/test/asset-checks", checked: 2026-11-22 }
# ---
# %% setup
amounts = [5.0, -1.0]
# %% snippet
import dagster as dg


@dg.asset
def orders() -> list[float]:
    return amounts


@dg.asset_check(asset=orders, blocking=True, description="Every amount is above zero.")
def no_negative_amounts(orders: list[float]) -> dg.AssetCheckResult:
    negative = [amount for amount in orders if amount < 0]
    return dg.AssetCheckResult(
        passed=not negative,
        severity=dg.AssetCheckSeverity.ERROR,
        metadata={"negative": len(negative), "examples": str(negative[:5])},
    )


@dg.asset
def revenue(orders: list[float]) -> float:
    return sum(orders)


defs = dg.Definitions(assets=[orders, revenue], asset_checks=[no_negative_amounts])
# %% check
failed = dg.materialize([orders, no_negative_amounts, revenue], raise_on_error=False)
assert not failed.success
assert failed.get_asset_check_evaluations()[0].metadata["negative"].value == 1
assert not failed.asset_materializations_for_node("revenue")
amounts[:] = [5.0, 1.0]
passed = dg.materialize([orders, no_negative_amounts, revenue])
assert passed.output_for_node("revenue") == 6.0

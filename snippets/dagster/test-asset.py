# ---
# prefix: dagster-test-asset
# title: Test an asset
# description: Calls the function with plain values first, then materializes it with a stand-in for its resource.
# needs: [dagster 1.13]
# placeholders: [amounts]
# verified: executed
# references:
#   - { name: "Dagster: unit testing assets", url: "https://docs.dagster.io/guides/test/unit-testing-assets-and-ops", checked: 2026-11-22 }
# ---
# %% snippet
import dagster as dg


class Shop(dg.ConfigurableResource):
    url: str

    def amounts(self) -> list[float]:
        raise NotImplementedError(f"asks {self.url}")


@dg.asset
def revenue(context: dg.AssetExecutionContext, shop: Shop) -> float:
    total = sum(shop.amounts())
    context.add_output_metadata({"revenue": total})
    return total


class FakeShop(Shop):
    def amounts(self) -> list[float]:
        return [5.0, 2.5]


def test_revenue_alone():
    assert revenue(dg.build_asset_context(), shop=FakeShop(url="none")) == 7.5


def test_revenue_in_a_run():
    result = dg.materialize_to_memory([revenue], resources={"shop": FakeShop(url="none")})
    assert result.output_for_node("revenue") == 7.5
    assert result.asset_materializations_for_node("revenue")[0].metadata["revenue"].value == 7.5
# %% check
test_revenue_alone()
test_revenue_in_a_run()

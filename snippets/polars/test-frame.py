# ---
# prefix: polars-test-frame
# title: Test a transformation
# description: Compares frames with a message that shows the first difference; row and column order can be left out.
# needs: [polars 2.1]
# placeholders: [order_id, quantity, price]
# verified: executed
# references:
#   - { name: "Polars: assert_frame_equal", url: "https://docs.pola.rs/api/python/stable/reference/api/polars.testing.assert_frame_equal.html", checked: 2026-11-22 }
# ---
# %% snippet
import polars as pl
from polars.testing import assert_frame_equal


def with_totals(lines: pl.LazyFrame) -> pl.LazyFrame:
    return lines.group_by("order_id").agg((pl.col("quantity") * pl.col("price")).sum().alias("total"))


def test_with_totals():
    lines = pl.LazyFrame({"order_id": [1, 1, 2], "quantity": [2, 1, 1], "price": [1.5, 4.0, 9.0]})
    expected = pl.LazyFrame({"order_id": [1, 2], "total": [7.0, 9.0]})
    assert_frame_equal(with_totals(lines), expected, check_row_order=False)
# %% check
test_with_totals()
try:
    assert_frame_equal(pl.DataFrame({"a": [1]}), pl.DataFrame({"a": [2]}))
except AssertionError:
    pass
else:
    raise AssertionError("the difference was not seen")

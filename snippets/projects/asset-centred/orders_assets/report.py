"""What people ask for, as a file."""

from pathlib import Path

import dagster as dg
from dagster_dbt import get_asset_key_for_model

from .models import ROOT, models
from .warehouse import Warehouse


@dg.asset(deps=[get_asset_key_for_model([models], "daily_revenue")], group_name="reports", kinds={"csv"})
def revenue_report(warehouse: Warehouse) -> dg.MaterializeResult:
    """Revenue by day and country, for those who work with spreadsheets."""
    file = Path(warehouse.database).parent / "report" / "daily_revenue.csv"
    file.parent.mkdir(exist_ok=True)
    with warehouse.connection() as connection:
        rows = connection.execute("select * from daily_revenue order by placed_on, country")
        names = [column[0] for column in rows.description]
        lines = [",".join(map(str, row)) for row in rows.fetchall()]
    file.write_text("\n".join([",".join(names), *lines]) + "\n")
    shown = file.relative_to(ROOT) if file.is_relative_to(ROOT) else file
    return dg.MaterializeResult(metadata={"rows": len(lines), "file": dg.MetadataValue.path(str(shown))})

# ---
# prefix: feast-on-demand
# title: Feature computed at request time
# description: Combines stored features with values of the request, by the same code in training and online.
# needs: [feast 0.67, pandas 2.3]
# placeholders: [basket_ratio, basket_amount]
# verified: executed
# references:
#   - { name: "Feast: on demand feature views", url: "https://docs.feast.dev/reference/beta-on-demand-feature-view", checked: 2026-11-22 }
# ---
# %% setup
from datetime import timedelta
from pathlib import Path

import pandas as pd
from feast import Entity, FeatureService, FeatureStore, FeatureView, Field, FileSource, PushSource, ValueType
from feast.types import Float64, Int64

Path("data").mkdir()
pd.DataFrame(
    {
        "customer_id": [1, 1, 2],
        "orders_30d": [3, 5, 1],
        "revenue_30d": [30.0, 55.5, 9.0],
        "event_timestamp": pd.to_datetime(["2026-11-01", "2026-11-20", "2026-11-20"], utc=True),
    }
).to_parquet("data/customer_stats.parquet")
Path("feature_store.yaml").write_text(
    "project: shop\nprovider: local\nregistry: data/registry.db\n"
    "online_store: { type: sqlite, path: data/online.db }\nentity_key_serialization_version: 3\n"
)
customer = Entity(name="customer", join_keys=["customer_id"], value_type=ValueType.INT64)
source = PushSource(
    name="customer_push",
    batch_source=FileSource(name="customer_file", path="data/customer_stats.parquet", timestamp_field="event_timestamp"),
)
schema = [Field(name="orders_30d", dtype=Int64), Field(name="revenue_30d", dtype=Float64)]
view = FeatureView(name="customer_stats", entities=[customer], ttl=timedelta(days=30), schema=schema, source=source)
FeatureStore(repo_path=".").apply([customer, source, view, FeatureService(name="churn_v1", features=[view])])
store = FeatureStore(repo_path=".")
customer_stats = store.get_feature_view("customer_stats")
# %% snippet
import pandas as pd
from feast import Field, RequestSource
from feast.on_demand_feature_view import on_demand_feature_view
from feast.types import Float64

request = RequestSource(name="basket", schema=[Field(name="basket_amount", dtype=Float64)])


@on_demand_feature_view(
    sources=[customer_stats, request],
    schema=[Field(name="basket_to_mean", dtype=Float64)],
)
def basket_ratio(inputs: pd.DataFrame) -> pd.DataFrame:
    mean = inputs["revenue_30d"] / inputs["orders_30d"]
    return pd.DataFrame({"basket_to_mean": inputs["basket_amount"] / mean})


store.apply([request, basket_ratio])
# %% check
from datetime import datetime, timezone

store.materialize_incremental(end_date=datetime(2026, 11, 22, tzinfo=timezone.utc))
answer = store.get_online_features(
    features=["basket_ratio:basket_to_mean"], entity_rows=[{"customer_id": 1, "basket_amount": 22.2}]
).to_dict()
assert round(answer["basket_to_mean"][0], 6) == 2.0, answer

# ---
# prefix: feast-push
# title: Push fresh features from a stream
# description: Writes values to the online store, and to the offline one as well, in the moment they are known.
# needs: [feast 0.67, pandas 2.3]
# placeholders: [customer_push, customer_id]
# verified: executed
# references:
#   - { name: "Feast: push sources", url: "https://docs.feast.dev/reference/data-sources/push", checked: 2026-11-22 }
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
# %% snippet
from datetime import datetime, timezone

import pandas as pd
from feast import FeatureStore
from feast.data_source import PushMode

store = FeatureStore(repo_path=".")

fresh = pd.DataFrame(
    {
        "customer_id": [1],
        "orders_30d": [6],
        "revenue_30d": [61.0],
        "event_timestamp": [datetime.now(timezone.utc)],
    }
)
# Offline too: what the model saw must be there when it is trained again.
store.push("customer_push", fresh, to=PushMode.ONLINE_AND_OFFLINE)
# %% check
answer = store.get_online_features(features=["customer_stats:orders_30d"], entity_rows=[{"customer_id": 1}]).to_dict()
assert answer["orders_30d"] == [6]
assert len(pd.read_parquet("data/customer_stats.parquet")) == 4

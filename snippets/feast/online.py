# ---
# prefix: feast-online
# title: Load and read the online store
# description: Copies the newest values of a time span into the online store and reads them by key.
# needs: [feast 0.67]
# placeholders: [churn_v1, customer_id]
# verified: executed
# references:
#   - { name: "Feast: quickstart", url: "https://docs.feast.dev/getting-started/quickstart", checked: 2026-11-22 }
#   - { name: "Feast: feature retrieval", url: "https://docs.feast.dev/getting-started/concepts/feature-retrieval", checked: 2026-11-22 }
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

from feast import FeatureStore

store = FeatureStore(repo_path=".")

# From the end of the last load to now; a scheduler runs it after the batch source was filled.
store.materialize_incremental(end_date=datetime(2026, 11, 22, tzinfo=timezone.utc))

features = store.get_online_features(
    features=store.get_feature_service("churn_v1"),
    entity_rows=[{"customer_id": 1}, {"customer_id": 99}],
).to_dict()
# %% check
assert features["orders_30d"] == [5, None], features
assert features["customer_id"] == [1, 99]

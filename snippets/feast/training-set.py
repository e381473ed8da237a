# ---
# prefix: feast-training-set
# title: Training set without a look into the future
# description: Joins to each labelled row the features as they were at its time.
# needs: [feast 0.67, pandas 2.3]
# placeholders: [labels, churn_v1]
# verified: executed
# references:
#   - { name: "Feast: point-in-time joins", url: "https://docs.feast.dev/getting-started/concepts/point-in-time-joins", checked: 2026-11-22 }
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
import pandas as pd
from feast import FeatureStore

store = FeatureStore(repo_path=".")

# One row for each example: the keys, the time at which the prediction would have been made, and the label.
labels = pd.DataFrame(
    {
        "customer_id": [1, 1, 2],
        "event_timestamp": pd.to_datetime(["2026-11-10", "2026-11-21", "2026-10-01"], utc=True),
        "churned": [0, 0, 1],
    }
)
training = store.get_historical_features(
    entity_df=labels,
    features=store.get_feature_service("churn_v1"),
).to_df()
# The file store drops an example whose key has values, but none in time.
without_features = len(labels) - len(training)
# %% check
found = training.sort_values(["customer_id", "event_timestamp"])["orders_30d"].tolist()
assert found == [3, 5], "a value of the future came in"
assert without_features == 1

# ---
# prefix: feast-features
# title: Feature definitions
# description: An entity, a source with event times, a view with a lifetime and the service that a model asks.
# needs: [feast 0.67]
# placeholders: [shop, customer_id, customer_stats, churn_v1]
# verified: executed
# references:
#   - { name: "Feast: quickstart", url: "https://docs.feast.dev/getting-started/quickstart", checked: 2026-11-22 }
# ---
# %% setup
from pathlib import Path

import pandas as pd

Path("data").mkdir()
pd.DataFrame(
    {
        "customer_id": [1, 1, 2],
        "orders_30d": [3, 5, 1],
        "revenue_30d": [30.0, 55.5, 9.0],
        "event_timestamp": pd.to_datetime(["2026-11-01", "2026-11-20", "2026-11-20"], utc=True),
        "created": pd.to_datetime(["2026-11-02", "2026-11-21", "2026-11-21"], utc=True),
    }
).to_parquet("data/customer_stats.parquet")
# %% snippet
from datetime import timedelta

from feast import Entity, FeatureService, FeatureView, Field, FileSource, Project, ValueType
from feast.types import Float64, Int64

project = Project(name="shop")

customer = Entity(name="customer", join_keys=["customer_id"], value_type=ValueType.INT64)

source = FileSource(
    path="data/customer_stats.parquet",
    timestamp_field="event_timestamp",  # when the value became true
    created_timestamp_column="created",  # when it was written; the later one wins
)

customer_stats = FeatureView(
    name="customer_stats",
    entities=[customer],
    # Older values count as missing, in training as well as online.
    ttl=timedelta(days=30),
    schema=[Field(name="orders_30d", dtype=Int64), Field(name="revenue_30d", dtype=Float64)],
    source=source,
)

# A model asks for its service: a change of features is a new service, churn_v2.
churn_v1 = FeatureService(name="churn_v1", features=[customer_stats])
# %% check
from feast import FeatureStore, RepoConfig

store = FeatureStore(
    config=RepoConfig(
        project="shop", provider="local", registry="data/registry.db", online_store={"type": "sqlite", "path": "data/online.db"},
        entity_key_serialization_version=3,
    )
)
store.apply([project, customer, customer_stats, churn_v1])
assert [view.name for view in store.list_feature_views()] == ["customer_stats"]
assert store.get_feature_service("churn_v1").feature_view_projections[0].name == "customer_stats"

"""What both DAGs name: where things are, and the asset that stands between them."""

import os
from pathlib import Path

from airflow.sdk import Asset

HOME = os.environ.get("ORDERS_PIPELINE_HOME", str(Path(__file__).resolve().parent.parent))
SOURCE = os.environ.get("ORDERS_PIPELINE_SOURCE", f"{HOME}/data")
LAKE = os.environ.get("ORDERS_PIPELINE_LAKE", f"{HOME}/lake")

# What spark-submit starts; on a cluster that sees no disk of this machine, a place in its image or its storage.
JOB = os.environ.get("ORDERS_PIPELINE_JOB", f"{HOME}/jobs/load_orders.py")

# Updated by the gate, once for each day that passed it; the event carries the day.
ORDERS = Asset("orders")
MARTS = Asset("orders_marts")

# ---
# prefix: airflow-dbt-cosmos
# title: Each dbt model as a task
# description: Turns a dbt project into tasks with Cosmos, so that a failed model is retried on its own.
# needs: [apache-airflow 3.3, astronomer-cosmos 1.15]
# placeholders: [/tmp/dbt/shop]
# verified: imported
# verifiedNote: The DAG is made from a real project; running it needs dbt beside Airflow.
# ---
# %% setup
import json
from pathlib import Path

project = Path("/tmp/dbt/shop")
(project / "target").mkdir(parents=True, exist_ok=True)
(project / "models").mkdir(exist_ok=True)
(project / "dbt_project.yml").write_text("name: shop\nversion: '1.0.0'\nprofile: shop\n")
(project / "profiles.yml").write_text("shop: {target: dev, outputs: {dev: {type: duckdb, path: shop.duckdb}}}\n")


def node(name: str, parents: list[str]) -> dict:
    return {
        "unique_id": f"model.shop.{name}",
        "resource_type": "model",
        "name": name,
        "package_name": "shop",
        "original_file_path": f"models/{name}.sql",
        "depends_on": {"nodes": parents},
        "tags": [],
        "config": {},
        "fqn": ["shop", name],
    }


nodes = {f"model.shop.{n}": node(n, p) for n, p in {"stg_orders": [], "fct_orders": ["model.shop.stg_orders"]}.items()}
(project / "target" / "manifest.json").write_text(
    json.dumps({"nodes": nodes, "sources": {}, "exposures": {}, "parent_map": {}})
)
# %% snippet
import pendulum
from cosmos import DbtDag, ExecutionConfig, LoadMode, ProfileConfig, ProjectConfig, RenderConfig

dbt_models = DbtDag(
    dag_id="dbt_models",
    schedule="@daily",
    start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
    catchup=False,
    project_config=ProjectConfig(
        dbt_project_path="/tmp/dbt/shop",
        # Read from the manifest that CI has made: running dbt ls while parsing would make every parse slow.
        manifest_path="/tmp/dbt/shop/target/manifest.json",
    ),
    profile_config=ProfileConfig(
        profile_name="shop", target_name="dev", profiles_yml_filepath="/tmp/dbt/shop/profiles.yml"
    ),
    render_config=RenderConfig(load_method=LoadMode.DBT_MANIFEST),
    execution_config=ExecutionConfig(dbt_executable_path="/opt/venvs/dbt/bin/dbt"),
)
# %% check
assert sorted(dbt_models.task_ids) == ["fct_orders_run", "stg_orders_run"], dbt_models.task_ids

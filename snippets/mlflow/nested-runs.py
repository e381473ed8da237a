# ---
# prefix: mlflow-nested-runs
# title: Compare settings in child runs
# description: Tries several parameters below one parent run and keeps the best on the parent.
# needs: [mlflow 3.17, scikit-learn 1.9]
# placeholders: ["sqlite:///mlflow.db", churn-search]
# verified: executed
# references:
#   - { name: "MLflow: fluent API", url: "https://github.com/mlflow/mlflow/blob/master/mlflow/tracking/fluent.py", checked: 2026-11-22 }
# ---
# %% snippet
import mlflow
from sklearn.datasets import make_classification
from sklearn.model_selection import cross_val_score
from sklearn.tree import DecisionTreeClassifier

mlflow.set_tracking_uri("sqlite:///mlflow.db")
mlflow.set_experiment("churn-search")
features, label = make_classification(n_samples=200, n_informative=4, random_state=1)

with mlflow.start_run(run_name="depths") as parent:
    scores = {}
    for depth in (1, 3, 5):
        with mlflow.start_run(run_name=f"depth {depth}", nested=True):
            model = DecisionTreeClassifier(max_depth=depth, random_state=1)
            scores[depth] = cross_val_score(model, features, label, cv=3).mean()
            mlflow.log_param("max_depth", depth)
            mlflow.log_metric("accuracy", scores[depth])
    best = max(scores, key=scores.get)
    mlflow.log_metrics({"accuracy": scores[best]})
    mlflow.set_tag("best_depth", best)
# %% check
runs = mlflow.search_runs(filter_string=f"tags.mlflow.parentRunId = '{parent.info.run_id}'")
assert len(runs) == 3
assert runs["metrics.accuracy"].max() == scores[best]
assert mlflow.get_run(parent.info.run_id).data.tags["best_depth"] == str(best)

# ---
# prefix: mlflow-track
# title: Track a training run
# description: Records parameters, metrics, the data and the model with its signature, in a database that other runs share.
# needs: [mlflow 3.17, scikit-learn 1.9]
# placeholders: ["sqlite:///mlflow.db"]
# verified: executed
# references:
#   - { name: "MLflow: README", url: "https://github.com/mlflow/mlflow/blob/master/README.md", checked: 2026-11-22 }
# ---
# %% snippet
import mlflow
import pandas as pd
import sklearn
from mlflow.models import infer_signature
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score

mlflow.set_tracking_uri("sqlite:///mlflow.db")  # or the address of a tracking server
mlflow.set_experiment("churn")

data = pd.DataFrame({"orders": [9.0, 8.0, 1.0, 0.0] * 10, "churned": [0, 0, 1, 1] * 10})
features, label = data[["orders"]], data["churned"]

with mlflow.start_run(run_name="logistic") as run:
    params = {"C": 0.5, "max_iter": 200}
    mlflow.log_params(params)
    mlflow.log_input(mlflow.data.from_pandas(data, name="customers"), context="training")

    model = LogisticRegression(**params).fit(features, label)
    mlflow.log_metric("accuracy", accuracy_score(label, model.predict(features)))
    # The signature makes a wrong input fail at the door.
    logged = mlflow.sklearn.log_model(
        model,
        name="model",
        signature=infer_signature(features, model.predict(features)),
        input_example=features.head(3),
        # Stated, or MLflow loads the model in another process to find out.
        pip_requirements=[f"scikit-learn=={sklearn.__version__}", f"pandas=={pd.__version__}"],
    )

best = mlflow.search_runs(experiment_names=["churn"], order_by=["metrics.accuracy DESC"], max_results=1)
# %% check
assert best.loc[0, "run_id"] == run.info.run_id
assert best.loc[0, "metrics.accuracy"] == 1.0
assert best.loc[0, "params.C"] == "0.5"
assert mlflow.pyfunc.load_model(logged.model_uri).predict(pd.DataFrame({"orders": [9.0, 0.0]})).tolist() == [0, 1]

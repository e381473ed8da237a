# ---
# prefix: mlflow-registry
# title: Register a model and promote it
# description: Makes a version in the registry, tests it, and moves the alias that production loads.
# needs: [mlflow 3.17, scikit-learn 1.9]
# placeholders: ["sqlite:///mlflow.db", churn, champion]
# verified: executed
# references:
#   - { name: "MLflow: client of the registry", url: "https://github.com/mlflow/mlflow/blob/master/mlflow/tracking/client.py", checked: 2026-11-22 }
# ---
# %% setup
import mlflow
import pandas as pd
from sklearn.dummy import DummyClassifier

mlflow.set_tracking_uri("sqlite:///mlflow.db")
mlflow.set_experiment("churn")
frame = pd.DataFrame({"orders": [1.0, 2.0]})
with mlflow.start_run():
    logged = mlflow.sklearn.log_model(
        DummyClassifier(strategy="constant", constant=1).fit(frame, [0, 1]), name="model", input_example=frame, pip_requirements=[]
    )
model_uri = logged.model_uri
# %% snippet
import mlflow
from mlflow import MlflowClient

mlflow.set_tracking_uri("sqlite:///mlflow.db")
client = MlflowClient()

version = mlflow.register_model(model_uri, name="churn", tags={"trained_on": "2026-11-22"})

candidate = mlflow.pyfunc.load_model(f"models:/churn/{version.version}")
if len(candidate.predict(frame)) != len(frame):
    raise ValueError("the model does not answer for every row")

# Stages are gone; an alias is moved in one step, and moved back as quickly.
client.set_registered_model_alias("churn", alias="champion", version=version.version)

in_production = mlflow.pyfunc.load_model("models:/churn@champion")
# %% check
assert client.get_model_version_by_alias("churn", "champion").version == version.version
assert in_production.predict(frame).tolist() == [1, 1]
assert client.get_model_version("churn", version.version).tags == {"trained_on": "2026-11-22"}

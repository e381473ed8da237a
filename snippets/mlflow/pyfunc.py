# ---
# prefix: mlflow-pyfunc
# title: Model with its own preprocessing
# description: Packs Python code and files into one model, so that batch, stream and service predict alike.
# needs: [mlflow 3.17, pandas 2.3]
# placeholders: ["sqlite:///mlflow.db", Discount, rates.json]
# verified: executed
# references:
#   - { name: "MLflow: Python function models", url: "https://github.com/mlflow/mlflow/blob/master/mlflow/pyfunc/model.py", checked: 2026-11-22 }
# ---
# %% setup
from pathlib import Path

Path("rates.json").write_text('{"DE": 0.1, "FR": 0.2}')
# %% snippet
import json

import mlflow
import pandas as pd
from mlflow.pyfunc import PythonModel


class Discount(PythonModel):
    def load_context(self, context):
        with open(context.artifacts["rates"]) as file:
            self.rates = json.load(file)

    # Type hints become the signature.
    def predict(self, context, model_input: pd.DataFrame, params=None) -> pd.Series:
        return model_input["amount"] * (1 - model_input["country"].map(self.rates).fillna(0))


mlflow.set_tracking_uri("sqlite:///mlflow.db")
with mlflow.start_run():
    logged = mlflow.pyfunc.log_model(
        name="discount",
        python_model=Discount(),
        artifacts={"rates": "rates.json"},
        input_example=pd.DataFrame({"country": ["DE"], "amount": [10.0]}),
        # Stated, or MLflow loads the model in another process to find out.
        pip_requirements=[f"pandas=={pd.__version__}"],
    )

model = mlflow.pyfunc.load_model(logged.model_uri)
# %% check
assert model.predict(pd.DataFrame({"country": ["DE", "XX"], "amount": [10.0, 10.0]})).tolist() == [9.0, 10.0]

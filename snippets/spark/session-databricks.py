# ---
# prefix: spark-session-databricks
# title: Session on Databricks from outside
# description: Connects an IDE or a test to serverless compute on Databricks, with the login of the Databricks CLI.
# needs: [databricks-connect 16.1]
# placeholders: [DEFAULT]
# verified: imported
# verifiedNote: The builder is called up to the connection, which needs a workspace. Newer releases ask for Python 3.12.
# ---
# %% setup
from databricks.connect import DatabricksSession

built = []
DatabricksSession.Builder.getOrCreate = lambda builder: built.append(builder)
# %% snippet
from databricks.connect import DatabricksSession

# The profile is one of ~/.databrickscfg. In a notebook or job on Databricks `spark` is there already.
spark = DatabricksSession.builder.profile("DEFAULT").serverless(True).getOrCreate()
# %% check
assert isinstance(built[0], DatabricksSession.Builder)

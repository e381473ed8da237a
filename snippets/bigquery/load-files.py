# ---
# prefix: bigquery-load-files
# title: Load files into one partition
# description: Loads a day's Parquet files from Cloud Storage and replaces that day, with a job id that makes a retry harmless.
# needs: [google-cloud-bigquery 3.47]
# placeholders: [shop.orders, "gs://shop-landing/orders", ordered_at]
# verified: imported
# verifiedNote: The real client built the request; a stand-in took it instead of the service.
# references:
#   - { name: "BigQuery client: load jobs", url: "https://github.com/googleapis/python-bigquery/blob/main/google/cloud/bigquery/job/load.py", checked: 2026-11-22 }
# ---
# %% setup
from google.auth.credentials import AnonymousCredentials
from google.cloud import bigquery

sent = []


def answer(method, path, data=None, **_):
    sent.append((method, path, data))
    done = {"status": {"state": "DONE"}, "statistics": {"load": {"outputRows": "3"}}, "jobReference": {"projectId": "shop-dev", "jobId": "x"}}
    return {**data, **done} if data else done


real = bigquery.Client


def client(**_):
    made = real(project="shop-dev", credentials=AnonymousCredentials())
    made._connection.api_request = answer
    return made


bigquery.Client = client
# %% snippet
import datetime as dt

from google.api_core.exceptions import Conflict
from google.cloud import bigquery


def load_day(client: bigquery.Client, day: dt.date, attempt: int = 1) -> int:
    # The decorator names one partition: WRITE_TRUNCATE replaces that one and no other.
    partition = f"shop.orders${day:%Y%m%d}"
    # The same id twice is refused: a retry after a lost answer waits for the first job.
    job_id = f"load-orders-{day}-{attempt}"
    config = bigquery.LoadJobConfig(
        source_format=bigquery.SourceFormat.PARQUET,
        write_disposition=bigquery.WriteDisposition.WRITE_TRUNCATE,
        time_partitioning=bigquery.TimePartitioning(field="ordered_at"),
        schema_update_options=[bigquery.SchemaUpdateOption.ALLOW_FIELD_ADDITION],
    )
    try:
        job = client.load_table_from_uri(
            f"gs://shop-landing/orders/day={day}/*.parquet", partition, job_id=job_id, location="EU", job_config=config
        )
    except Conflict:
        job = client.get_job(job_id, location="EU")
    job.result(timeout=1800)  # raises what went wrong
    return job.output_rows


client = bigquery.Client()
rows = load_day(client, dt.date(2026, 11, 21))
# %% check
assert rows == 3
load = sent[0][2]["configuration"]["load"]
assert load["writeDisposition"] == "WRITE_TRUNCATE"
assert load["destinationTable"] == {"projectId": "shop-dev", "datasetId": "shop", "tableId": "orders$20261121"}
assert load["timePartitioning"] == {"type": "DAY", "field": "ordered_at"}
assert sent[0][2]["jobReference"] == {"jobId": "load-orders-2026-11-21-1", "projectId": "shop-dev", "location": "EU"}
bigquery.Client = real

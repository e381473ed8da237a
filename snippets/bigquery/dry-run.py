# ---
# prefix: bigquery-dry-run
# title: Ask what a query will read
# description: Estimates the bytes before a query runs, refuses what is too dear, and caps what the query may be billed.
# needs: [google-cloud-bigquery 3.47]
# placeholders: [shop.orders, order_id]
# verified: imported
# verifiedNote: The real client built the requests; a stand-in took them instead of the service.
# references:
#   - { name: "BigQuery client: query jobs", url: "https://github.com/googleapis/python-bigquery/blob/main/google/cloud/bigquery/job/query.py", checked: 2026-11-22 }
# ---
# %% setup
from google.auth.credentials import AnonymousCredentials
from google.cloud import bigquery

sent = []


def answer(method, path, data=None, **_):
    sent.append((method, path, data))
    return {
        "jobComplete": True,
        "totalRows": "1",
        "schema": {"fields": [{"name": "orders", "type": "INTEGER"}]},
        "rows": [{"f": [{"v": "7"}]}],
        "statistics": {"totalBytesProcessed": "5000", "query": {"totalBytesProcessed": "5000"}},
        "status": {"state": "DONE"},
        "jobReference": {"projectId": "shop-dev", "jobId": "x", "location": "EU"},
        **({"configuration": data["configuration"]} if data and "configuration" in data else {}),
    }


real = bigquery.Client


def client(**_):
    made = real(project="shop-dev", credentials=AnonymousCredentials())
    made._connection.api_request = answer
    return made


bigquery.Client = client
# %% snippet
import datetime as dt

from google.cloud import bigquery

client = bigquery.Client()
query = "select count(order_id) as orders from shop.orders where date(ordered_at) = @day"
# Parameters, not text put together: no injection, and the cache works.
parameters = [bigquery.ScalarQueryParameter("day", "DATE", dt.date(2026, 11, 21))]

plan = client.query(
    query,
    job_config=bigquery.QueryJobConfig(dry_run=True, use_query_cache=False, query_parameters=parameters),
)
limit = 10 * 1024**3
if plan.total_bytes_processed > limit:
    raise RuntimeError(f"the query would read {plan.total_bytes_processed / 1024**3:.1f} GiB")

rows = client.query_and_wait(
    query,
    # A query that would be billed more fails before it starts.
    job_config=bigquery.QueryJobConfig(maximum_bytes_billed=limit, query_parameters=parameters),
)
orders = next(iter(rows)).orders
# %% check
assert orders == 7 and plan.total_bytes_processed == 5000
assert sent[0][2]["configuration"]["dryRun"] is True
assert str(sent[1][2]["maximumBytesBilled"]) == str(limit), sent[1]
bigquery.Client = real

# ---
# prefix: airflow-http
# title: Call an API
# description: Sends a request over a connection, fails on an unexpected answer and keeps the part that matters.
# needs: [apache-airflow 3.3, apache-airflow-providers-http 6.3]
# placeholders: [shop_api]
# verified: executed
# ---
# %% setup
import json
import os
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Orders(BaseHTTPRequestHandler):
    def do_GET(self):
        body = json.dumps({"path": self.path, "orders": [1, 2]}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args): ...


server = ThreadingHTTPServer(("127.0.0.1", 0), Orders)
threading.Thread(target=server.serve_forever, daemon=True).start()
os.environ["AIRFLOW_CONN_SHOP_API"] = f"http://127.0.0.1:{server.server_port}"
# %% snippet
import pendulum
from airflow.providers.http.operators.http import HttpOperator
from airflow.sdk import dag


@dag(schedule="@hourly", start_date=pendulum.datetime(2026, 1, 1, tz="UTC"), catchup=False)
def fetch_orders():
    HttpOperator(
        task_id="fetch",
        http_conn_id="shop_api",
        method="GET",
        endpoint="orders",
        data={"day": "{{ ds }}"},
        response_check=lambda response: response.json()["orders"] is not None,
        # Keeps the number only: the whole answer would go into the metadata database.
        response_filter=lambda response: len(response.json()["orders"]),
        retries=3,
    )


fetch_orders()
# %% check
run = fetch_orders().test()
assert run.get_task_instance("fetch").xcom_pull(task_ids="fetch") == 2

-- The raw tables on BigQuery. Upload the files first: gcloud storage cp --recursive data gs://<bucket>/
create schema if not exists raw;

load data overwrite raw.orders (
    order_id string, customer_id string, placed_at string, updated_at string, status string, amount string
)
from files (format = 'CSV', uris = ['gs://<bucket>/data/orders/*.csv'], skip_leading_rows = 1);

load data overwrite raw.customers (customer_id string, country string, segment string)
from files (format = 'CSV', uris = ['gs://<bucket>/data/customers.csv'], skip_leading_rows = 1);

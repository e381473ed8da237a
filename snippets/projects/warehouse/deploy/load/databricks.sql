-- The raw tables on Databricks. Upload the files to a volume first: databricks fs cp --recursive data dbfs:/Volumes/<catalog>/raw/files
create schema if not exists raw;

create or replace table raw.orders as
select order_id, customer_id, placed_at, updated_at, status, amount
from read_files(
    '/Volumes/<catalog>/raw/files/orders', format => 'csv', header => true, inferColumnTypes => false
);

create or replace table raw.customers as
select customer_id, country, segment
from read_files(
    '/Volumes/<catalog>/raw/files/customers.csv', format => 'csv', header => true, inferColumnTypes => false
);

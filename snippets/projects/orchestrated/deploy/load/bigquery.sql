-- The lake's files as external tables: new days are seen without further ado.
create schema if not exists lake;

create or replace external table lake.orders
with partition columns (day date)
options (
    format = 'PARQUET', uris = ['gs://<bucket>/lake/orders/*'], hive_partition_uri_prefix = 'gs://<bucket>/lake/orders'
);

create or replace external table lake.customers
options (format = 'PARQUET', uris = ['gs://<bucket>/lake/customers/*']);

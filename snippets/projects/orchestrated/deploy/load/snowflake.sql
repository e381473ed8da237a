-- The lake's files as external tables. The stage needs a storage integration; its owner gives you the name.
create schema if not exists lake;
create stage if not exists lake.files url = 's3://<bucket>/lake/' storage_integration = lake_files;

create or replace external table lake.orders (
    order_id varchar as (value:order_id::varchar),
    customer_id varchar as (value:customer_id::varchar),
    placed_at timestamp_ntz as (value:placed_at::timestamp_ntz),
    updated_at timestamp_ntz as (value:updated_at::timestamp_ntz),
    status varchar as (value:status::varchar),
    amount number(12, 2) as (value:amount::number(12, 2)),
    day date as (to_date(regexp_substr(metadata$filename, 'day=([0-9-]+)', 1, 1, 'e', 1)))
)
partition by (day)
location = @lake.files/orders/
file_format = (type = parquet)
auto_refresh = true;

create or replace external table lake.customers (
    customer_id varchar as (value:customer_id::varchar),
    country varchar as (value:country::varchar),
    segment varchar as (value:segment::varchar)
)
location = @lake.files/customers/
file_format = (type = parquet)
auto_refresh = true;

-- The raw tables on Snowflake. Upload the files first:
--   snow stage copy data/orders @raw.files/orders && snow stage copy data/customers.csv @raw.files
create schema if not exists raw;
create stage if not exists raw.files;

create or replace table raw.orders (
    order_id varchar, customer_id varchar, placed_at varchar, updated_at varchar, status varchar, amount varchar
);
copy into raw.orders from @raw.files/orders file_format = (type = csv skip_header = 1);

create or replace table raw.customers (customer_id varchar, country varchar, segment varchar);
copy into raw.customers from @raw.files/customers.csv file_format = (type = csv skip_header = 1);

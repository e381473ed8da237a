-- The raw tables on PostgreSQL: psql --file deploy/load/postgres.sql, from the project's folder.
create schema if not exists raw;

drop table if exists raw.orders cascade;
create table raw.orders (
    order_id text, customer_id text, placed_at text, updated_at text, status text, amount text
);
\copy raw.orders from program 'tail -q -n +2 data/orders/*.csv' with (format csv)

drop table if exists raw.customers cascade;
create table raw.customers (customer_id text, country text, segment text);
\copy raw.customers from 'data/customers.csv' with (format csv, header)

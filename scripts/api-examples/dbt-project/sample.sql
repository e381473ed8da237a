-- One row with every column that the examples name; each table and model of the project is this row.
create schema raw;
create table raw.sample as
select 1 as id, 1 as order_id, 1 as line, 1 as line_no, 1 as customer_id, 1 as event_id, 'open' as status,
  5 as price, 5.5 as amount, 5.0 as net, 0.5 as tax, 5.5 as gross, 0.5 as discount, 9.0 as revenue, 3 as orders,
  timestamp '2024-01-01 08:00:00' as ordered_at, timestamp '2024-01-03 08:00:00' as shipped_at,
  'Ada' as first_name, 'Byron' as last_name, '10115' as zip, 'ada@example.org' as email, '030-12' as phone,
  'AB12' as sku, 'red' as color, 'card' as method, 'https://example.org/a?utm_source=b' as page_url,
  52.5 as lat, 13.4 as lon, date '2024-01-01' as day, date '2024-01-01' as d, date '2024-01-01' as order_date,
  date '2024-01-01' as order_day, now()::timestamp as loaded_at, now()::timestamp as _loaded_at,
  timestamp '2024-01-01' as updated_at, date '2024-01-01' as valid_from, date '2024-02-01' as valid_to;
create table raw.raw_orders as from raw.sample;
create table raw.orders_at as from raw.sample;
create table main.a as from raw.sample;
create table main.b as from raw.sample;
create macro main.is_valid_sku(sku) as length(sku) = 4;

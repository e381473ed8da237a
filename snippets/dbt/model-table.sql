-- ---
-- prefix: dbt-model-table
-- title: Table model
-- description: A mart that is rebuilt as a table on every run.
-- needs: [dbt-core 1.12, dbt-duckdb 1.11]
-- placeholders: [stg_orders, stg_customers, customer_id]
-- path: models/marts/customer_orders.sql
-- verified: executed
-- ---
-- %% snippet
{{ config(materialized='table', tags=['daily']) }}

with orders as (

    select * from {{ ref('stg_orders') }}

),

customers as (

    select * from {{ ref('stg_customers') }}

)

select
    customers.customer_id,
    customers.country,
    count(orders.order_id) as orders,
    coalesce(sum(orders.amount), 0) as revenue
from customers
left join orders on orders.customer_id = customers.customer_id
group by customers.customer_id, customers.country
-- %% check
select count(*) = 3 and sum(revenue) = 162.75 from customer_orders;
select count(*) = 1 from duckdb_tables() where table_name = 'customer_orders';

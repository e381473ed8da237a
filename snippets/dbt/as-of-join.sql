-- ---
-- prefix: dbt-as-of-join
-- title: Join facts to the state of their time
-- description: Joins each order to the row of a snapshot that held when the order was placed.
-- needs: [dbt-core 1.12, dbt-duckdb 1.11]
-- placeholders: [stg_orders, customers_history, customer_id, ordered_at]
-- path: models/marts/orders_as_of.sql
-- verified: executed
-- ---
-- %% setup snapshots/customers_history.yml
-- snapshots:
--   - name: customers_history
--     relation: source('shop', 'customers')
--     config: { unique_key: customer_id, strategy: timestamp, updated_at: updated_at }
-- %% snippet
select
    orders.order_id,
    orders.amount,
    history.country as country_at_order
from {{ ref('stg_orders') }} as orders
-- The end is exclusive: at the moment of a change only the new row holds.
left join {{ ref('customers_history') }} as history
    on history.customer_id = orders.customer_id
    and history.dbt_valid_from <= orders.ordered_at
    and (history.dbt_valid_to > orders.ordered_at or history.dbt_valid_to is null)
-- %% check
--! dbt build
update raw.customers set country = 'AT', updated_at = '2026-11-02' where customer_id = 1;
--! dbt build
select list(country_at_order order by order_id) = ['DE', 'AT'] from orders_as_of where order_id in (1, 2);
select count(*) = 5 from orders_as_of;

-- ---
-- prefix: snowflake-latest-row
-- title: Keep the newest row of each key
-- description: Deduplicates with QUALIFY, which filters by a window function without a subquery.
-- needs: [Snowflake]
-- placeholders: [raw_orders, order_id, updated_at, loaded_at]
-- verified: parsed
-- verifiedNote: Snowflake runs only as a service; translated to DuckDB's SQL it was executed, and its rows were checked.
-- ---
-- %% setup
create table raw_orders as
select * from (values (1, 'placed', 1, 1), (1, 'shipped', 2, 2), (1, 'shipped again', 2, 3), (2, 'placed', 1, 1))
    as t (order_id, status, updated_at, loaded_at);
-- %% snippet
create or replace table orders as
select *
from raw_orders
-- The second column breaks ties: without it, equal times give any of the rows, and another one the next time.
qualify row_number() over (partition by order_id order by updated_at desc, loaded_at desc) = 1;
-- %% check
select list(status order by order_id) = ['shipped again', 'placed'] from orders;

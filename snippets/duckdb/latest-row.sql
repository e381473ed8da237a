-- ---
-- prefix: duckdb-latest-row
-- title: Keep the newest row of each key
-- description: Filters by a window function with QUALIFY, without a subquery.
-- needs: [duckdb 2.0]
-- placeholders: [raw_orders, order_id, updated_at, loaded_at]
-- verified: executed
-- references:
--   - { name: "DuckDB: QUALIFY", url: "https://duckdb.org/docs/current/sql/query_syntax/qualify", checked: 2026-11-22 }
-- ---
-- %% setup
create table raw_orders as
select * from (values (1, 'placed', 1, 1), (1, 'shipped', 2, 2), (1, 'shipped again', 2, 3), (2, 'placed', 1, 1))
    t (order_id, status, updated_at, loaded_at);
-- %% snippet
create or replace view latest_orders as
select *
from raw_orders
qualify row_number() over (
    partition by order_id
    -- The second column breaks ties, so that the result is always the same.
    order by updated_at desc, loaded_at desc
) = 1;
-- %% check
select list(status order by order_id) = ['shipped again', 'placed'] from latest_orders;

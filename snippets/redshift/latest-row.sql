-- ---
-- prefix: redshift-latest-row
-- title: Keep the newest row of each key
-- description: Deduplicates with QUALIFY; a second column breaks ties, so that a rerun gives the same rows.
-- needs: [Redshift]
-- placeholders: [raw_orders, order_id, updated_at, loaded_at]
-- verified: parsed
-- verifiedNote: Redshift runs only as a service; translated to DuckDB's SQL it was executed, and its rows were checked.
-- references:
--   - { name: "Redshift: QUALIFY", url: "https://docs.aws.amazon.com/redshift/latest/dg/r_QUALIFY_clause.html", checked: 2026-11-22 }
-- ---
-- %% setup
create table raw_orders as
select * from (values (1, 'placed', 1, 1), (1, 'shipped', 2, 2), (1, 'shipped again', 2, 3), (2, 'placed', 1, 1))
    as t (order_id, status, updated_at, loaded_at);
-- %% snippet
create or replace view latest_orders as
select r.*
-- Directly after FROM, QUALIFY wants the table to have an alias.
from raw_orders as r
qualify row_number() over (partition by r.order_id order by r.updated_at desc, r.loaded_at desc) = 1;
-- %% check
select list(status order by order_id) = ['shipped again', 'placed'] from latest_orders;

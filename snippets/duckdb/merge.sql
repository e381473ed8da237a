-- ---
-- prefix: duckdb-merge
-- title: Upsert with MERGE INTO
-- description: Updates rows that changed, inserts new ones and deletes what is marked, without needing a primary key.
-- needs: [duckdb 2.0]
-- placeholders: [orders, changes, order_id, updated_at]
-- verified: executed
-- references:
--   - { name: "DuckDB: MERGE INTO", url: "https://duckdb.org/docs/current/sql/statements/merge_into", checked: 2026-11-22 }
-- ---
-- %% setup
create table orders as
select * from (values (1, 'placed', 1), (2, 'placed', 9), (3, 'placed', 1)) t (order_id, status, updated_at);
create table changes as
select * from (values (1, 'shipped', 2, false), (2, 'stale', 5, false), (3, 'gone', 2, true), (4, 'placed', 1, false))
    t (order_id, status, updated_at, is_deleted);
-- %% snippet
merge into orders as t
using changes as s
on t.order_id = s.order_id
when matched and s.is_deleted then delete
-- An older change that arrives late is left out, which makes a rerun harmless.
when matched and s.updated_at > t.updated_at then
    update set status = s.status, updated_at = s.updated_at
when not matched and not s.is_deleted then
    insert (order_id, status, updated_at) values (s.order_id, s.status, s.updated_at)
returning merge_action, *;
-- %% check
select list({ id: order_id, status: status } order by order_id)
    = [{ id: 1, status: 'shipped' }, { id: 2, status: 'placed' }, { id: 4, status: 'placed' }]
from orders;

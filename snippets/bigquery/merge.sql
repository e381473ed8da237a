-- ---
-- prefix: bigquery-merge
-- title: Merge changes into a table
-- description: Inserts, updates and deletes by key, and names the partitions of the target so that not all of it is read.
-- needs: [BigQuery]
-- placeholders: [shop.orders, shop.order_changes, order_id, order_date]
-- verified: parsed
-- verifiedNote: BigQuery runs only as a service; translated to DuckDB's SQL it was executed, and its rows were checked.
-- references:
--   - { name: "BigQuery: DML with partitioned tables", url: "https://cloud.google.com/bigquery/docs/using-dml-with-partitioned-tables", checked: 2026-11-22 }
-- ---
-- %% setup
create schema shop;
create table shop.orders (order_id int, order_date date, status varchar, updated_at int);
insert into shop.orders values (1, '2026-11-21', 'placed', 5), (2, '2026-11-21', 'placed', 1), (3, '2026-11-22', 'placed', 1);
create table shop.order_changes (order_id int, order_date date, status varchar, updated_at int, is_deleted boolean);
insert into shop.order_changes values
    (1, '2026-11-21', 'late', 4, false), (2, '2026-11-21', 'paid', 2, false), (2, '2026-11-21', 'shipped', 3, false),
    (3, '2026-11-22', 'placed', 2, true), (4, '2026-11-22', 'placed', 1, false);
-- %% snippet
merge into shop.orders as t
using (
    -- One row for each key: two of them for one target row are an error.
    select *
    from shop.order_changes
    qualify row_number() over (partition by order_id order by updated_at desc) = 1
) as s
    on t.order_id = s.order_id
    -- Constants, so that the other partitions are left out.
    and t.order_date between '2026-11-21' and '2026-11-22'
when matched and s.updated_at > t.updated_at and s.is_deleted then delete
when matched and s.updated_at > t.updated_at then
    update set status = s.status, updated_at = s.updated_at
when not matched and not s.is_deleted then
    insert (order_id, order_date, status, updated_at)
    values (s.order_id, s.order_date, s.status, s.updated_at);
-- %% check
select list(order_id || ' ' || status order by order_id) = ['1 placed', '2 shipped', '4 placed'] from shop.orders;

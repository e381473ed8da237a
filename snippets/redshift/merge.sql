-- ---
-- prefix: redshift-merge
-- title: Merge staged rows into a table
-- description: Updates what is known and inserts what is new, by key, from a staging table.
-- needs: [Redshift]
-- placeholders: [shop.orders, staging_orders, order_id]
-- verified: parsed
-- verifiedNote: Redshift runs only as a service; translated to DuckDB's SQL it was executed, and its rows were checked.
-- references:
--   - { name: "Redshift: MERGE", url: "https://docs.aws.amazon.com/redshift/latest/dg/r_MERGE.html", checked: 2026-11-22 }
-- ---
-- %% setup
create schema shop;
create table shop.orders (order_id int, status varchar, amount decimal(12, 2));
insert into shop.orders values (1, 'placed', 5), (2, 'placed', 7);
create table staging_orders as select * from (values (2, 'shipped', 7), (3, 'placed', 9)) as t (order_id, status, amount);
-- %% snippet
-- Each target row may match one row of the source only: deduplicate it first.
-- Redshift wants both branches, and takes no condition on them.
merge into shop.orders
using staging_orders as s
    on shop.orders.order_id = s.order_id
when matched then
    update set status = s.status, amount = s.amount
when not matched then
    insert (order_id, status, amount)
    values (s.order_id, s.status, s.amount);
-- %% check
select list(order_id || ' ' || status order by order_id) = ['1 placed', '2 shipped', '3 placed'] from shop.orders;

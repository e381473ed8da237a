-- ---
-- prefix: databricks-merge
-- title: Merge changes into a Delta table
-- description: Inserts, updates and deletes by key; older and repeated changes are left out.
-- needs: [Databricks SQL]
-- placeholders: [shop.orders, shop.order_changes, order_id]
-- verified: parsed
-- verifiedNote: Databricks runs only as a service; translated to DuckDB's SQL it was executed, and its rows were checked.
-- ---
-- %% setup
create schema shop;
create table shop.orders (order_id int, status varchar, updated_at int);
insert into shop.orders values (1, 'placed', 5), (2, 'placed', 1), (3, 'placed', 1);
create table shop.order_changes (order_id int, status varchar, updated_at int, operation varchar);
insert into shop.order_changes values (1, 'late', 4, 'U'), (2, 'paid', 2, 'U'), (2, 'shipped', 3, 'U'), (3, 'placed', 2, 'D'), (4, 'placed', 1, 'I');
-- %% snippet
merge into shop.orders as t
using (
    select *
    from shop.order_changes
    qualify row_number() over (partition by order_id order by updated_at desc) = 1
) as s
    on t.order_id = s.order_id
when matched and s.updated_at > t.updated_at and s.operation = 'D' then delete
when matched and s.updated_at > t.updated_at then
    update set status = s.status, updated_at = s.updated_at
when not matched and s.operation <> 'D' then
    insert (order_id, status, updated_at)
    values (s.order_id, s.status, s.updated_at);
-- %% check
select list(order_id || ' ' || status order by order_id) = ['1 placed', '2 shipped', '4 placed'] from shop.orders;

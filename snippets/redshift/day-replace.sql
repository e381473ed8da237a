-- ---
-- prefix: redshift-day-replace
-- title: Replace one day in a transaction
-- description: Deletes and inserts a day together, so that a rerun leaves no duplicates and readers see no gap.
-- needs: [Redshift]
-- placeholders: [shop.orders, staging_orders, ordered_at]
-- verified: parsed
-- verifiedNote: Redshift runs only as a service; translated to DuckDB's SQL it was executed, and its rows were checked.
-- ---
-- %% setup
create schema shop;
create table shop.orders (order_id int, ordered_at timestamp);
insert into shop.orders values (1, '2026-11-20 08:00:00'), (2, '2026-11-21 08:00:00'), (9, '2026-11-21 09:00:00');
create table staging_orders as
select * from (values (2, timestamp '2026-11-21 08:00:00'), (3, timestamp '2026-11-21 10:00:00')) as t (order_id, ordered_at);
-- %% snippet
begin;

delete from shop.orders
where ordered_at >= '2026-11-21' and ordered_at < '2026-11-22';

insert into shop.orders
select * from staging_orders
where ordered_at >= '2026-11-21' and ordered_at < '2026-11-22';

commit;

-- TRUNCATE instead of DELETE would commit at once, in the middle of the transaction.
-- %% check
select list(order_id order by order_id) = [1, 2, 3] from shop.orders;

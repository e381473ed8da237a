-- ---
-- prefix: duckdb-join-as-of
-- title: Join to the value valid at that time
-- description: Finds for each row the last rate at or before its time; LEFT keeps rows that have none.
-- needs: [duckdb 2.0]
-- placeholders: [orders, rates, currency, ordered_at, valid_from]
-- verified: executed
-- references:
--   - { name: "DuckDB: AsOf join", url: "https://duckdb.org/docs/current/guides/sql_features/asof_join", checked: 2026-11-22 }
-- ---
-- %% setup
create table orders as
select * from (values (1, 'USD', 10.0, 5), (2, 'USD', 10.0, 20), (3, 'CHF', 10.0, 20)) t (order_id, currency, amount, ordered_at);
create table rates as select * from (values ('USD', 0, 0.5), ('USD', 10, 0.9)) t (currency, valid_from, rate);
-- %% snippet
create or replace view in_euro as
select o.*, r.rate, o.amount * r.rate as amount_eur
from orders as o
asof left join rates as r
    on o.currency = r.currency
    and o.ordered_at >= r.valid_from;
-- %% check
select list(amount_eur order by order_id) = [5.0, 9.0, null] from in_euro;

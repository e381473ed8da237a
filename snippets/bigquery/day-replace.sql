-- ---
-- prefix: bigquery-day-replace
-- title: Replace one day in a transaction
-- description: Deletes and inserts a day together, so that a rerun leaves no duplicates and readers see no gap.
-- needs: [BigQuery]
-- placeholders: [shop.daily_revenue, shop.orders, ordered_at]
-- verified: parsed
-- verifiedNote: BigQuery runs only as a service.
-- ---
-- %% snippet
-- A scheduled query has @run_date; a variable stands in when it is run by hand.
declare day date default date '2026-11-21';

begin transaction;

delete from shop.daily_revenue where order_date = day;

insert into shop.daily_revenue (order_date, orders, revenue)
select date(ordered_at), count(*), sum(amount)
from shop.orders
where date(ordered_at) = day
group by 1;

commit transaction;

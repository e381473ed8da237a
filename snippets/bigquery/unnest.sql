-- ---
-- prefix: bigquery-unnest
-- title: Turn an array of structs into rows
-- description: Gives one row for each order line and keeps the orders that have none.
-- needs: [BigQuery]
-- placeholders: [shop.orders, shop.flat_orders, order_id]
-- verified: parsed
-- verifiedNote: BigQuery runs only as a service.
-- ---
-- %% snippet
create or replace view shop.flat_orders as
select
    o.order_id,
    line.sku,
    line.quantity,
    line_number
from shop.orders as o
-- A comma or CROSS JOIN instead would leave out orders without lines.
left join unnest(o.lines) as line with offset as line_number;

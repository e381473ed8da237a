-- ---
-- prefix: redshift-super-unnest
-- title: Turn a JSON array into rows
-- description: Navigates a SUPER column and gives one row for each element of an array.
-- needs: [Redshift]
-- placeholders: [shop.orders, payload, order_lines]
-- verified: parsed
-- verifiedNote: Redshift runs only as a service.
-- ---
-- %% snippet
create or replace view order_lines as
select
    o.order_id,
    o.payload.customer.country::varchar as country,
    line_number,
    line.sku::varchar as sku,
    line.quantity::int as quantity
-- An order whose array is missing or empty gives no row.
from shop.orders as o, o.payload.lines as line at line_number;

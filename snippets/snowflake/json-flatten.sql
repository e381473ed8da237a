-- ---
-- prefix: snowflake-json-flatten
-- title: Turn a JSON array into rows
-- description: Reads fields of a VARIANT with casts and gives one row for each element of an array.
-- needs: [Snowflake]
-- placeholders: [raw_events, payload, order_lines]
-- verified: parsed
-- verifiedNote: Snowflake runs only as a service.
-- ---
-- %% snippet
create or replace view order_lines as
select
    e.payload:order_id::number as order_id,
    e.payload:customer.country::varchar as country,
    l.index as line_number,
    l.value:sku::varchar as sku,
    -- TRY_ gives null where the text is no number; a plain cast ends the query.
    try_to_decimal(l.value:price::varchar, 12, 2) as price
from raw_events as e,
    -- outer keeps an order whose array is empty or missing.
    lateral flatten(input => e.payload:lines, outer => true) as l;

-- ---
-- prefix: duckdb-json-unnest
-- title: Flatten nested JSON lines
-- description: Reads JSON lines with a declared shape and turns an array of objects into rows.
-- needs: [duckdb 2.0]
-- placeholders: ["events/*.jsonl", order_lines, sku]
-- verified: executed
-- references:
--   - { name: "DuckDB: loading JSON", url: "https://duckdb.org/docs/current/data/json/loading_json", checked: 2026-11-22 }
--   - { name: "DuckDB: unnesting", url: "https://duckdb.org/docs/current/sql/query_syntax/unnest", checked: 2026-11-22 }
-- ---
-- %% setup
copy (select 1 as order_id, [{ sku: 'a', quantity: 2 }, { sku: 'b', quantity: 1 }] as lines) to 'events' (format json, per_thread_output, file_extension 'jsonl');
copy (select 2 as order_id, [{ sku: 'a', quantity: 5 }] as lines) to 'events/later.jsonl' (format json);
-- %% snippet
create or replace table order_lines as
with orders as (
    from read_json(
        'events/*.jsonl',
        format = 'newline_delimited',
        -- Declared, not guessed: a file without the field, or with another type, cannot change the table.
        columns = { order_id: 'BIGINT', lines: 'STRUCT(sku VARCHAR, quantity INTEGER)[]' }
    )
),

exploded as (
    select order_id, unnest(lines) as line from orders
)

select order_id, line.sku, line.quantity from exploded;
-- %% check
select count(*) = 3 and sum(quantity) = 8 from order_lines;
select list(sku order by sku) = ['a', 'b'] from order_lines where order_id = 1;

-- ---
-- prefix: duckdb-csv-rejects
-- title: Load a CSV and keep its faulty lines
-- description: Types the columns, loads the lines that fit, and leaves the others in a table with the reason.
-- needs: [duckdb 2.0]
-- placeholders: [orders.csv, faulty_lines, clean_orders]
-- verified: executed
-- references:
--   - { name: "DuckDB: reading faulty CSV files", url: "https://duckdb.org/docs/current/data/csv/reading_faulty_csv_files", checked: 2026-11-22 }
-- ---
-- %% setup
copy (
    select unnest(['order_id;amount;ordered_at', '1;9.50;2026-11-20', '2;a lot;2026-11-21', '3;4.00;2026-11-22'])
) to 'orders.csv' (header false, quote '', delimiter '|');
-- %% snippet
create or replace table clean_orders as
from read_csv(
    'orders.csv',
    delim = ';',
    header = true,
    columns = { 'order_id': 'BIGINT', 'amount': 'DECIMAL(10, 2)', 'ordered_at': 'DATE' },
    store_rejects = true,
    rejects_table = 'faulty_lines'
);

-- The table of faulty lines is temporary: read it in the same session.
select line, column_name, error_type, csv_line
from faulty_lines;
-- %% check
select list(order_id order by order_id) = [1, 3] and sum(amount) = 13.5 from clean_orders;
select list({ line: line, column_name: column_name }) = [{ line: 3, column_name: 'amount' }] from faulty_lines;

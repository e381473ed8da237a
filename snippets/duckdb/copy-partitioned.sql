-- ---
-- prefix: duckdb-copy-partitioned
-- title: Write a table as partitioned Parquet
-- description: Writes one folder for each day and replaces the folders it writes, so that a rerun leaves no duplicates.
-- needs: [duckdb 2.0]
-- placeholders: [orders_by_day, order_date]
-- verified: executed
-- references:
--   - { name: "DuckDB: partitioned writes", url: "https://duckdb.org/docs/current/data/partitioning/partitioned_writes", checked: 2026-11-22 }
-- ---
-- %% setup
create table orders as
select n as order_id, date '2026-11-20' + (n % 3)::integer as order_date from range(9) t (n);
-- %% snippet
copy (
    select *
    from orders
    -- Sorted data makes small files, and filters can skip row groups.
    order by order_date, order_id
) to 'orders_by_day' (
    format parquet,
    compression zstd,
    partition_by (order_date),
    overwrite_or_ignore
);
-- %% check
select count(*) = 9 from read_parquet('orders_by_day/**/*.parquet');
select count(*) = 3 from glob('orders_by_day/*/*.parquet');
delete from orders where order_id >= 3;
copy orders to 'orders_by_day' (format parquet, partition_by (order_date), overwrite_or_ignore);
select count(*) = 3 from read_parquet('orders_by_day/**/*.parquet');

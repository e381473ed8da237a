-- ---
-- prefix: duckdb-read-parquet
-- title: Query a folder of Parquet files
-- description: Reads all files of a partitioned folder in place; a filter on a folder's key opens only the files it needs.
-- needs: [duckdb 2.0]
-- placeholders: [lake, order_date]
-- verified: executed
-- references:
--   - { name: "DuckDB: Hive partitioning", url: "https://duckdb.org/docs/current/data/partitioning/hive_partitioning", checked: 2026-11-22 }
--   - { name: "DuckDB: combining schemas", url: "https://duckdb.org/docs/current/data/multiple_files/combining_schemas", checked: 2026-11-22 }
-- ---
-- %% setup
create table old as select * from (values (1, 'DE', date '2026-11-20'), (2, 'FR', date '2026-11-21')) t (id, country, order_date);
copy old to 'lake' (format parquet, partition_by (order_date));
copy (select 3 as id, 'DE' as country, 'web' as channel) to 'lake/order_date=2026-11-21/later.parquet';
-- %% snippet
create or replace view orders as
select *
from read_parquet(
    'lake/**/*.parquet',
    hive_partitioning = true,
    -- Files may have more columns than older ones: match by name, not by position.
    union_by_name = true
);

select country, count(*) as orders
from orders
where order_date = date '2026-11-21'
group by all
order by all;
-- %% check
select count(*) = 2 from orders where order_date = date '2026-11-21';
select list(channel order by id) = [null, null, 'web'] from orders;

-- ---
-- prefix: bigquery-export-parquet
-- title: Export a query to Cloud Storage
-- description: Writes one day's rows as Parquet files below a folder and replaces what an earlier run wrote there.
-- needs: [BigQuery]
-- placeholders: ["gs://shop-exports/orders/day=2026-11-21/*.parquet", shop.orders, ordered_at]
-- verified: parsed
-- verifiedNote: BigQuery runs only as a service.
-- references:
--   - { name: "BigQuery: export statements", url: "https://docs.cloud.google.com/bigquery/docs/reference/standard-sql/export-statements", checked: 2026-11-22 }
-- ---
-- %% snippet
export data options (
    -- The asterisk stands for the file's number: larger results need several files.
    uri = 'gs://shop-exports/orders/day=2026-11-21/*.parquet',
    format = 'PARQUET',
    compression = 'ZSTD',
    overwrite = true
) as
select order_id, amount, ordered_at
from shop.orders
where date(ordered_at) = '2026-11-21';

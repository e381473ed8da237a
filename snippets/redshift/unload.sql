-- ---
-- prefix: redshift-unload
-- title: Export a query to S3
-- description: Writes Parquet files by day that other engines can read, and replaces those of an earlier run.
-- needs: [Redshift]
-- placeholders: ["s3://shop-exports/orders/", shop.orders, ordered_at]
-- verified: parsed
-- verifiedNote: sqlglot passes over UNLOAD; the query in it was parsed as Redshift's SQL.
-- ---
-- %% snippet
unload ($$
    select order_id, amount, ordered_at::date as day
    from shop.orders
    where ordered_at >= '2026-11-21' and ordered_at < '2026-11-22'
$$)
to 's3://shop-exports/orders/'
iam_role default
format as parquet
partition by (day)
-- Only in the folders that are written; ALLOWOVERWRITE would leave files that are not written again.
cleanpath;

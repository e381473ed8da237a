-- ---
-- prefix: redshift-unload
-- title: Export a query to S3
-- description: Writes Parquet files by day that other engines can read, and replaces those of an earlier run.
-- needs: [Redshift]
-- placeholders: ["s3://shop-exports/orders/", shop.orders, ordered_at]
-- verified: parsed
-- verifiedNote: Redshift runs only as a service; sqlglot passes over UNLOAD, and parsed the query in it.
-- references:
--   - { name: "Redshift: UNLOAD", url: "https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD.html", checked: 2026-11-22 }
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

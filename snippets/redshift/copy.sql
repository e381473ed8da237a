-- ---
-- prefix: redshift-copy
-- title: Load files from S3
-- description: Loads one day's Parquet files into a staging table with the role of the cluster.
-- needs: [Redshift]
-- placeholders: [staging_orders, shop.orders, "s3://shop-landing/orders/day=2026-11-21/"]
-- verified: parsed
-- verifiedNote: Redshift runs only as a service.
-- ---
-- %% snippet
create temp table staging_orders (like shop.orders);

-- Several files of about the same size load side by side, one for each slice.
copy staging_orders (order_id, customer_id, status, amount, ordered_at)
from 's3://shop-landing/orders/day=2026-11-21/'
iam_role default
format as parquet;

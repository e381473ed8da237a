-- ---
-- prefix: bigquery-table-partitioned
-- title: Partitioned and clustered table
-- description: Creates a table that refuses queries without a filter on its partitions and forgets old ones.
-- needs: [BigQuery]
-- placeholders: [shop.orders, order_id, customer_id, ordered_at]
-- verified: parsed
-- verifiedNote: BigQuery runs only as a service.
-- ---
-- %% snippet
create table if not exists shop.orders (
    order_id int64 not null options (description = 'Key of the order in the shop'),
    customer_id int64 not null,
    amount numeric(12, 2),
    ordered_at timestamp not null,
    lines array<struct<sku string, quantity int64>>
)
partition by date(ordered_at)
-- Up to four columns; filters on the first help most.
cluster by customer_id, order_id
options (
    require_partition_filter = true,
    partition_expiration_days = 400,
    labels = [('domain', 'sales')]
);

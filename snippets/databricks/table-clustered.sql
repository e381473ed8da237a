-- ---
-- prefix: databricks-table-clustered
-- title: Table with liquid clustering
-- description: Creates a managed table whose layout follows the queries, with a feed of its changes, and grants on it.
-- needs: [Databricks SQL]
-- placeholders: [shop.silver.orders, customer_id, analysts]
-- verified: parsed
-- verifiedNote: Databricks runs only as a service.
-- ---
-- %% snippet
create table if not exists shop.silver.orders (
    order_id bigint not null,
    customer_id bigint not null,
    amount decimal(12, 2),
    ordered_at timestamp
)
-- Can be changed later without rewriting old files; partitions cannot.
cluster by (customer_id)
comment 'One row for each order, the newest version'
tblproperties ('delta.enableChangeDataFeed' = 'true');

grant select on table shop.silver.orders to `analysts`;

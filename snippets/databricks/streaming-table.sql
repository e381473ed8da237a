-- ---
-- prefix: databricks-streaming-table
-- title: Streaming table from new files
-- description: Reads each file of a volume once, with the types of the schema, and keeps what did not fit it.
-- needs: [Databricks SQL]
-- placeholders: [shop.bronze.orders, /Volumes/shop/landing/orders]
-- verified: parsed
-- verifiedNote: Databricks runs only as a service.
-- references:
--   - { name: "Databricks: CREATE STREAMING TABLE", url: "https://learn.microsoft.com/en-us/azure/databricks/sql/language-manual/sql-ref-syntax-ddl-create-streaming-table", checked: 2026-11-22 }
-- ---
-- %% snippet
create or refresh streaming table shop.bronze.orders
as
select
    *,
    _metadata.file_path as source_file,
    _metadata.file_modification_time as source_time
from stream read_files(
    '/Volumes/shop/landing/orders',
    format => 'json',
    -- Types that are not left to a guess; what does not fit goes to _rescued_data.
    schemaHints => 'order_id bigint, amount decimal(12, 2), ordered_at timestamp',
    schemaEvolutionMode => 'addNewColumns'
);

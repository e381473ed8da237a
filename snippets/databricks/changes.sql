-- ---
-- prefix: databricks-changes
-- title: Read what changed in a Delta table
-- description: Reads inserts, updates and deletes between two versions and keeps the last state of each key.
-- needs: [Databricks SQL]
-- placeholders: [shop.silver.orders, order_id]
-- verified: parsed
-- verifiedNote: Databricks runs only as a service.
-- references:
--   - { name: "Databricks: table_changes", url: "https://docs.databricks.com/sql/language-manual/functions/table_changes", checked: 2026-11-22 }
-- ---
-- %% snippet
-- The table needs delta.enableChangeDataFeed, and keeps changes only as long as VACUUM leaves their files.
select * except (_commit_version, _commit_timestamp)
from table_changes('shop.silver.orders', 5, 8)
where _change_type <> 'update_preimage'
qualify row_number() over (partition by order_id order by _commit_version desc) = 1;

-- ---
-- prefix: snowflake-copy-into
-- title: Load files from a stage
-- description: Loads new Parquet files once, by column name, with the file's name and the time of the load.
-- needs: [Snowflake]
-- placeholders: [raw.orders, raw.landing, s3_landing, "s3://shop-landing/orders/"]
-- verified: parsed
-- verifiedNote: Snowflake runs only as a service.
-- references:
--   - { name: "Snowflake: metadata of staged files", url: "https://docs.snowflake.com/en/user-guide/querying-metadata", checked: 2026-11-22 }
-- ---
-- %% snippet
create stage if not exists raw.landing
    url = 's3://shop-landing/orders/'
    storage_integration = s3_landing
    file_format = (type = parquet);

create table if not exists raw.orders (
    order_id number not null,
    amount number(12, 2),
    ordered_at timestamp_ntz,
    source_file varchar,
    loaded_at timestamp_ltz
);

-- A file is loaded once, as long as the table's load history knows it; FORCE would ignore that.
copy into raw.orders
from @raw.landing
pattern = '.*[.]parquet'
match_by_column_name = case_insensitive
include_metadata = (source_file = metadata$filename, loaded_at = metadata$start_scan_time)
on_error = abort_statement;

-- ---
-- prefix: duckdb-s3-secret
-- title: Read Parquet from S3
-- description: Takes the credentials from the environment, a profile or the machine's role, for one bucket alone.
-- needs: [duckdb 2.0]
-- placeholders: [lake_reader, my-bucket, eu-central-1]
-- verified: parsed
-- verifiedNote: The httpfs and aws extensions are downloaded at run time, and S3 is not at hand in the tests.
-- references:
--   - { name: "DuckDB: secrets manager", url: "https://duckdb.org/docs/current/configuration/secrets_manager", checked: 2026-11-22 }
--   - { name: "DuckDB: S3 API", url: "https://duckdb.org/docs/current/core_extensions/httpfs/s3api", checked: 2026-11-22 }
-- ---
-- %% snippet
install httpfs;
load httpfs;
install aws;
load aws;

create or replace secret lake_reader (
    type s3,
    provider credential_chain,
    region 'eu-central-1',
    scope 's3://my-bucket'
);

select count(*) as orders
from read_parquet('s3://my-bucket/orders/*/*.parquet', hive_partitioning = true);

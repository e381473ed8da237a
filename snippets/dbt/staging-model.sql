-- ---
-- prefix: dbt-staging-model
-- title: Staging model
-- description: Renames, casts and cleans one source table, one to one, before anything is joined.
-- needs: [dbt-core 1.12, dbt-duckdb 1.11]
-- placeholders: [raw_shop, raw_orders]
-- path: models/staging/stg_shop__orders.sql
-- verified: executed
-- ---
-- %% setup models/staging/raw.yml
-- sources:
--   - name: raw_shop
--     schema: raw
--     tables:
--       - name: raw_orders
--         identifier: orders
-- %% snippet
with source as (

    select * from {{ source('raw_shop', 'raw_orders') }}

),

renamed as (

    select
        -- keys
        cast(order_id as bigint) as order_id,
        cast(customer_id as bigint) as customer_id,

        -- attributes
        lower(trim(status)) as order_status,

        -- measures
        cast(amount as decimal(12, 2)) as amount,

        -- times
        cast(ordered_at as timestamp) as ordered_at
    from source

)

select * from renamed
-- %% check
select count(*) = 5 and sum(amount) = 162.75 from stg_shop__orders;
select data_type = 'DECIMAL(12,2)' from duckdb_columns() where table_name = 'stg_shop__orders' and column_name = 'amount';

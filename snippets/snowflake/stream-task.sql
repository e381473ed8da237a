-- ---
-- prefix: snowflake-stream-task
-- title: Load changes with a stream and a task
-- description: A stream remembers what was not read yet; a task merges it when there is something, and costs nothing else.
-- needs: [Snowflake]
-- placeholders: [raw.orders, shop.orders, raw.changed_orders, shop.load_task, transforming]
-- verified: parsed
-- verifiedNote: Snowflake runs only as a service; sqlglot passes over CREATE STREAM, CREATE TASK and ALTER TASK, and parsed the query.
-- references:
--   - { name: "Snowflake: CREATE TASK", url: "https://docs.snowflake.com/en/sql-reference/sql/create-task", checked: 2026-11-22 }
-- ---
-- %% snippet
create stream if not exists raw.changed_orders on table raw.orders append_only = true;

create task if not exists shop.load_task
    warehouse = transforming
    schedule = '15 minutes'
    -- Does not wake the warehouse when nothing has arrived.
    when system$stream_has_data('raw.changed_orders')
as
-- Reading the stream in a statement that writes moves it on, in the same transaction.
merge into shop.orders as t
using (
    select order_id, amount, ordered_at
    from raw.changed_orders
    qualify row_number() over (partition by order_id order by loaded_at desc) = 1
) as s
    on t.order_id = s.order_id
when matched then update set t.amount = s.amount, t.ordered_at = s.ordered_at
when not matched then insert (order_id, amount, ordered_at) values (s.order_id, s.amount, s.ordered_at);

-- A new task is suspended.
alter task shop.load_task resume;

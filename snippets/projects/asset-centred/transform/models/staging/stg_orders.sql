-- One row for each order_id: its newest state.
with ranked as (

    select
        *,
        -- The status as second column: two rows of the same second give the same winner on every run.
        row_number() over (partition by order_id order by updated_at desc, status desc) as newest_first
    from {{ ref('base_orders') }}

)

select order_id, customer_id, placed_at, updated_at, status, amount
from ranked
where newest_first = 1

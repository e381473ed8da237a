-- One row for each order_id: its newest state, whichever day brought it.
with ranked as (

    select
        *,
        row_number() over (partition by order_id order by updated_at desc, status desc) as newest_first
    from {{ source('lake', 'orders') }}

)

select order_id, customer_id, placed_at, updated_at, status, amount
from ranked
where newest_first = 1

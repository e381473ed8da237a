-- What fct_orders leaves out, so that nothing disappears without a trace.
select
    order_id,
    customer_id,
    placed_at,
    status,
    amount,
    case when amount < 0 then 'amount is negative' else 'status is unknown' end as reason
from {{ ref('stg_orders') }}
where not {{ is_valid() }}

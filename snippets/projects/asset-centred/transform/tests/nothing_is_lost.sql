-- Every order_id of staging is in the table of facts or among the rejected. A row here is one that is in neither.
select staged.order_id
from {{ ref('stg_orders') }} as staged
left join {{ ref('fct_orders') }} as facts on staged.order_id = facts.order_id
left join {{ ref('rejected_orders') }} as rejected on staged.order_id = rejected.order_id
where facts.order_id is null and rejected.order_id is null

select
    facts.placed_on,
    coalesce(customers.country, 'unknown') as country,
    count(*) as completed,
    sum(facts.amount) as revenue
from {{ ref('fct_orders') }} as facts
left join {{ ref('dim_customers') }} as customers on facts.customer_id = customers.customer_id
where facts.status = 'completed'
group by facts.placed_on, coalesce(customers.country, 'unknown')
order by facts.placed_on, country

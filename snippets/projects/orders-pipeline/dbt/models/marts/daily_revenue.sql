select
    ordered_on,
    country,
    count(*) as orders,
    sum(amount_eur) as revenue_eur
from {{ ref('fct_orders') }}
where status != 'returned'
group by ordered_on, country

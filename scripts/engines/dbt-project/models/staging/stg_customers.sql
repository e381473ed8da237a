select customer_id, segment, country, updated_at
from {{ source('shop', 'customers') }}

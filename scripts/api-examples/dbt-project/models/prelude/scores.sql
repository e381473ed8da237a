select id, price as math, orders as art from {{ source('shop', 'raw_orders') }}

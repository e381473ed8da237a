-- ---
-- prefix: redshift-table
-- title: Table with distribution and sort key
-- description: Places rows by the key of the largest join and sorts them by the column that filters name.
-- needs: [Redshift]
-- placeholders: [shop.orders, customer_id, ordered_at]
-- verified: parsed
-- verifiedNote: Redshift runs only as a service.
-- ---
-- %% snippet
create table if not exists shop.orders (
    -- Keys are not enforced, but the planner believes them: a wrong one gives wrong results.
    order_id bigint not null,
    customer_id bigint not null encode az64,
    status varchar(20) not null encode bytedict,
    amount decimal(12, 2) encode az64,
    ordered_at timestamp not null encode raw,
    payload super,
    primary key (order_id)
)
-- AUTO is right when no join stands out; ALL suits small tables that many others join.
diststyle key
distkey (customer_id)
compound sortkey (ordered_at);

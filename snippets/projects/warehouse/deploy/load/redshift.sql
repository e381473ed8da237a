-- The raw tables on Redshift. Upload the files first: aws s3 cp --recursive data s3://<bucket>/data/
create schema if not exists raw;

create table if not exists raw.orders (
    order_id varchar(40), customer_id varchar(40), placed_at varchar(40), updated_at varchar(40), status varchar(40),
    amount varchar(40)
);
truncate raw.orders;
copy raw.orders from 's3://<bucket>/data/orders/' iam_role default csv ignoreheader 1;

create table if not exists raw.customers (customer_id varchar(40), country varchar(40), segment varchar(40));
truncate raw.customers;
copy raw.customers from 's3://<bucket>/data/customers.csv' iam_role default csv ignoreheader 1;

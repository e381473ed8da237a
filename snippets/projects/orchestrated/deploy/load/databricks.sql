-- The lake's files as views: new days are seen without further ado.
create schema if not exists lake;

create or replace view lake.orders as
select * from read_files('s3://<bucket>/lake/orders', format => 'parquet');

create or replace view lake.customers as
select * from read_files('s3://<bucket>/lake/customers', format => 'parquet');

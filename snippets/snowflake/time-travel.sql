-- ---
-- prefix: snowflake-time-travel
-- title: Undo a wrong change
-- description: Compares a table with what it was an hour ago, and puts the old state in its place without copying data.
-- needs: [Snowflake]
-- placeholders: [shop.orders, shop.earlier]
-- verified: parsed
-- verifiedNote: Snowflake runs only as a service.
-- ---
-- %% snippet
-- What has gone since then.
select * from shop.orders at (offset => -3600)
minus
select * from shop.orders;

-- A clone shares its files with the table until one of them changes.
create or replace table shop.earlier clone shop.orders at (offset => -3600);

-- In one step; the wrong state stays under the other name until it is dropped.
alter table shop.orders swap with shop.earlier;

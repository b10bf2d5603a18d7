create table server (
  only_one integer primary key check (only_one = 1),
  id text not null
) strict;

-- A UUID of version 4, which is made of chance but for two digits.
with digits (random) as (select lower(hex(randomblob(16))))
insert into server (only_one, id)
select 1,
       substr(random, 1, 8) || '-' || substr(random, 9, 4) || '-4' || substr(random, 14, 3)
         || '-8' || substr(random, 18, 3) || '-' || substr(random, 21, 12)
  from digits;

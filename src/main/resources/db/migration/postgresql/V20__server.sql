create table server (
  only_one integer primary key check (only_one = 1),
  id text not null
);

insert into server (only_one, id) values (1, gen_random_uuid()::text);

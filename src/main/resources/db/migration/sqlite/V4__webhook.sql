create table webhook (
  id integer primary key autoincrement,
  name text not null,
  name_key text not null unique,
  description text not null,
  url text not null,
  ordering text not null check (ordering in ('subject', 'strict', 'none')),
  concurrency integer not null check (concurrency > 0),
  max_per_second integer check (max_per_second > 0),
  header_name text,
  header_value text,
  created_at integer not null,
  updated_at integer not null
) strict;

create table webhook_subscription (
  webhook_id integer not null references webhook (id) on delete cascade,
  after_sequence integer not null,
  enabled integer not null check (enabled in (0, 1)),
  format text not null,
  events text not null,
  all_projects integer not null check (all_projects in (0, 1)),
  projects text not null,
  primary key (webhook_id, after_sequence)
) strict, without rowid;

create table webhook_secret (
  id integer primary key autoincrement,
  webhook_id integer not null references webhook (id) on delete cascade,
  secret text not null,
  since integer not null,
  until integer
) strict;

create index webhook_secret_webhook on webhook_secret (webhook_id);

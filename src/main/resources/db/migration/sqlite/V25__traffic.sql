create table traffic (
  started_at integer not null,
  webhook_id integer not null,
  delivered integer not null,
  failed integer not null,
  answers text not null,
  primary key (started_at, webhook_id)
) strict, without rowid;

create index traffic_webhook on traffic (webhook_id, started_at);

create table traffic_minute (
  started_at integer primary key,
  delivered integer not null,
  failed integer not null,
  lags text not null
) strict;

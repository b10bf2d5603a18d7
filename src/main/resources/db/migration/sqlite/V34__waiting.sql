create table waiting (
  started_at integer not null,
  webhook_id integer not null,
  pending integer not null,
  paused integer not null,
  primary key (started_at, webhook_id)
) strict, without rowid;

create index waiting_webhook on waiting (webhook_id, started_at);

create table waiting (
  started_at bigint not null,
  webhook_id bigint not null,
  pending bigint not null,
  paused boolean not null,
  primary key (started_at, webhook_id)
);

create index waiting_webhook on waiting (webhook_id, started_at);

create table traffic (
  started_at bigint not null,
  webhook_id bigint not null,
  delivered bigint not null,
  failed bigint not null,
  answers text not null,
  primary key (started_at, webhook_id)
);

create index traffic_webhook on traffic (webhook_id, started_at);

create table traffic_minute (
  started_at bigint primary key,
  delivered bigint not null,
  failed bigint not null,
  lags text not null
);

create table idempotency_key (
  user_id bigint not null,
  key text not null,
  fingerprint text not null,
  created_at bigint not null,
  events text not null,
  primary key (user_id, key)
);

create index idempotency_key_created_at on idempotency_key (created_at);

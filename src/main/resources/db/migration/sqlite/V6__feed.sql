create table idempotency_key (
  user_id integer not null,
  key text not null,
  fingerprint text not null,
  created_at integer not null,
  events text not null,
  primary key (user_id, key)
) strict, without rowid;

create index idempotency_key_created_at on idempotency_key (created_at);

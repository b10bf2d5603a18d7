create table lane (
  webhook_id integer primary key references webhook (id) on delete cascade,
  cursor integer not null,
  consecutive_failures integer not null,
  failing_since integer,
  streak integer not null,
  next_probe_at integer,
  paused_at integer,
  paused_by integer,
  pause_reason text,
  replay_cursor integer,
  replay_until integer
) strict;

create table set_aside (
  webhook_id integer not null references webhook (id) on delete cascade,
  sequence integer not null,
  subject text not null,
  state text not null check (state in ('waiting', 'retrying', 'failed')),
  attempts integer not null,
  tries integer not null,
  streak integer not null,
  next_at integer not null,
  again integer not null check (again in (0, 1)),
  primary key (webhook_id, sequence)
) strict, without rowid;

create index set_aside_subject on set_aside (webhook_id, subject, sequence) where state <> 'failed';

create table attempt (
  webhook_id integer not null references webhook (id) on delete cascade,
  sequence integer not null,
  number integer not null,
  started_at integer not null,
  took integer not null,
  status_code integer,
  failure text,
  error text,
  response_headers text not null,
  response_body text not null,
  response_bytes integer not null,
  request text not null,
  primary key (webhook_id, sequence, number)
) strict;

create table test_delivery (
  id integer primary key autoincrement,
  webhook_id integer not null references webhook (id) on delete cascade,
  after_sequence integer not null,
  event text not null,
  attempt text not null
) strict;

create index test_delivery_webhook on test_delivery (webhook_id, after_sequence);

alter table webhook add column lock_version integer not null default 0;
alter table webhook add column updated_by integer;

alter table webhook_subscription add column since integer;
alter table webhook_subscription add column changed_by integer;

-- Who gave up what waited, and up to which event.
create table skipped_backlog (
  id integer primary key autoincrement,
  webhook_id integer not null references webhook (id) on delete cascade,
  sequence integer not null,
  skipped_at integer not null,
  skipped_by integer
) strict;

create index skipped_backlog_webhook on skipped_backlog (webhook_id, sequence);

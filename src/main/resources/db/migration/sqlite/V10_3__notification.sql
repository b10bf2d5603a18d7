create table notification (
  id integer primary key autoincrement,
  recipient_id integer not null references users (id),
  reason text not null check (reason in ('assigned', 'responsible', 'mentioned', 'commented')),
  work_package_id integer not null references work_package (id) on delete cascade,
  actor_id integer references users (id),
  journal_id integer,
  is_read integer not null check (is_read in (0, 1)),
  created_at integer not null,
  updated_at integer not null
) strict;

create index notification_recipient on notification (recipient_id, is_read, id);
create index notification_work_package on notification (work_package_id);

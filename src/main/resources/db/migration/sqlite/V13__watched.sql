create table notification_of_more_reasons (
  id integer primary key autoincrement,
  recipient_id integer not null references users (id),
  reason text not null
    check (reason in ('assigned', 'responsible', 'mentioned', 'commented', 'watched')),
  work_package_id integer not null references work_package (id) on delete cascade,
  actor_id integer references users (id),
  journal_id integer,
  is_read integer not null check (is_read in (0, 1)),
  created_at integer not null,
  updated_at integer not null
) strict;

insert into notification_of_more_reasons (id, recipient_id, reason, work_package_id, actor_id,
    journal_id, is_read, created_at, updated_at)
select id, recipient_id, reason, work_package_id, actor_id, journal_id, is_read, created_at,
       updated_at
  from notification;

drop table notification;

alter table notification_of_more_reasons rename to notification;

create index notification_recipient on notification (recipient_id, is_read, id);
create index notification_work_package on notification (work_package_id);

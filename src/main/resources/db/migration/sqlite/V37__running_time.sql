create table time_entry_or_timer (
  id integer primary key autoincrement,
  project_id integer not null references project (id),
  work_package_id integer references work_package (id),
  user_id integer not null references users (id),
  activity_id integer not null references activity (id),
  seconds integer check (seconds > 0),
  ongoing integer not null default 0 check (ongoing in (0, 1)),
  spent_on text not null,
  comment text not null,
  created_at integer not null,
  updated_at integer not null,
  check (ongoing = 1 or seconds is not null)
) strict;

insert into time_entry_or_timer (id, project_id, work_package_id, user_id, activity_id, seconds,
    spent_on, comment, created_at, updated_at)
select id, project_id, work_package_id, user_id, activity_id, seconds,
       spent_on, comment, created_at, updated_at
  from time_entry;

delete from sqlite_sequence where name = 'time_entry_or_timer';
insert into sqlite_sequence (name, seq)
select 'time_entry_or_timer', seq from sqlite_sequence where name = 'time_entry';

drop table time_entry;

alter table time_entry_or_timer rename to time_entry;

create index time_entry_spent_on on time_entry (spent_on);
create index time_entry_project on time_entry (project_id, spent_on);
create index time_entry_user on time_entry (user_id, spent_on);
create index time_entry_work_package on time_entry (work_package_id);
create index time_entry_updated_at on time_entry (updated_at);
create unique index time_entry_ongoing on time_entry (user_id) where ongoing = 1;

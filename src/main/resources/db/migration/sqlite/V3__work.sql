create table project (
  id integer primary key autoincrement,
  identifier text not null unique,
  name text not null,
  description text not null,
  public integer not null check (public in (0, 1)),
  active integer not null check (active in (0, 1)),
  status text check (status in ('not_started', 'on_track', 'at_risk', 'off_track', 'finished', 'discontinued')),
  status_explanation text not null,
  parent_id integer references project (id),
  created_at integer not null,
  updated_at integer not null
) strict;

create index project_parent on project (parent_id);
create index project_name on project (name);
create index project_public on project (id) where public;

create table member (
  id integer primary key autoincrement,
  project_id integer references project (id),
  user_id integer not null references users (id),
  created_at integer not null,
  updated_at integer not null
) strict;

create unique index member_user on member (user_id, coalesce(project_id, 0));
create index member_project on member (project_id);

create table member_role (
  member_id integer not null references member (id) on delete cascade,
  role_id integer not null references role (id),
  primary key (member_id, role_id)
) strict, without rowid;

create table type (
  id integer primary key autoincrement,
  name text not null unique,
  color text not null,
  position integer not null,
  is_default integer not null check (is_default in (0, 1)),
  is_milestone integer not null check (is_milestone in (0, 1)),
  created_at integer not null,
  updated_at integer not null
) strict;

create table status (
  id integer primary key autoincrement,
  name text not null unique,
  color text not null,
  position integer not null,
  is_default integer not null check (is_default in (0, 1)),
  is_closed integer not null check (is_closed in (0, 1)),
  is_readonly integer not null check (is_readonly in (0, 1)),
  excluded_from_totals integer not null check (excluded_from_totals in (0, 1)),
  default_done_ratio integer
) strict;

create table priority (
  id integer primary key autoincrement,
  name text not null unique,
  color text not null,
  position integer not null,
  is_default integer not null check (is_default in (0, 1)),
  is_active integer not null check (is_active in (0, 1))
) strict;

create table work_package (
  id integer primary key autoincrement,
  project_id integer not null references project (id),
  type_id integer not null references type (id),
  status_id integer not null references status (id),
  priority_id integer not null references priority (id),
  parent_id integer references work_package (id),
  author_id integer not null references users (id),
  assignee_id integer references users (id),
  responsible_id integer references users (id),
  subject text not null,
  description text not null,
  start_date text,
  due_date text,
  duration_days integer,
  estimated_seconds integer,
  remaining_seconds integer,
  percentage_done integer check (percentage_done between 0 and 100),
  schedule_manually integer not null check (schedule_manually in (0, 1)),
  ignore_non_working_days integer not null check (ignore_non_working_days in (0, 1)),
  lock_version integer not null,
  created_at integer not null,
  updated_at integer not null
) strict;

create index work_package_project on work_package (project_id, status_id);
create index work_package_status on work_package (status_id);
create index work_package_parent on work_package (parent_id);
create index work_package_assignee on work_package (assignee_id);
create index work_package_responsible on work_package (responsible_id);
create index work_package_author on work_package (author_id);
create index work_package_due_date on work_package (due_date);
create index work_package_updated_at on work_package (updated_at);

create table activity (
  id integer primary key autoincrement,
  name text not null unique,
  position integer not null,
  is_default integer not null check (is_default in (0, 1))
) strict;

create table time_entry (
  id integer primary key autoincrement,
  project_id integer not null references project (id),
  work_package_id integer references work_package (id),
  user_id integer not null references users (id),
  activity_id integer not null references activity (id),
  seconds integer not null check (seconds > 0),
  spent_on text not null,
  comment text not null,
  created_at integer not null,
  updated_at integer not null
) strict;

create index time_entry_spent_on on time_entry (spent_on);
create index time_entry_project on time_entry (project_id, spent_on);
create index time_entry_user on time_entry (user_id, spent_on);
create index time_entry_work_package on time_entry (work_package_id);
create index time_entry_updated_at on time_entry (updated_at);

insert into type (id, name, color, position, is_default, is_milestone, created_at, updated_at) values
  (1, 'Task', '#1a67a3', 1, true, false, 0, 0),
  (2, 'Milestone', '#35c53f', 2, true, true, 0, 0),
  (3, 'Summary task', '#ff922b', 3, true, false, 0, 0),
  (4, 'Feature', '#4dabf7', 4, false, false, 0, 0),
  (5, 'Epic', '#9775fa', 5, false, false, 0, 0),
  (6, 'User story', '#12b886', 6, false, false, 0, 0),
  (7, 'Bug', '#fa5252', 7, false, false, 0, 0);

insert into status (id, name, color, position, is_default, is_closed, is_readonly, excluded_from_totals, default_done_ratio) values
  (1, 'New', '#1098ad', 1, true, false, false, false, 0),
  (2, 'In specification', '#74c0fc', 2, false, false, false, false, 0),
  (3, 'Specified', '#4dabf7', 3, false, false, false, false, 0),
  (4, 'Confirmed', '#845ef7', 4, false, false, false, false, 0),
  (5, 'To be scheduled', '#ffd43b', 5, false, false, false, false, 0),
  (6, 'Scheduled', '#a9e34b', 6, false, false, false, false, 0),
  (7, 'In progress', '#cc5de8', 7, false, false, false, false, 0),
  (8, 'Developed', '#20c997', 8, false, false, false, false, 0),
  (9, 'In testing', '#15aabf', 9, false, false, false, false, 0),
  (10, 'Tested', '#40c057', 10, false, false, false, false, 0),
  (11, 'Test failed', '#fa5252', 11, false, false, false, false, 0),
  (12, 'Closed', '#868e96', 12, false, true, false, false, 100),
  (13, 'On hold', '#f783ac', 13, false, false, false, false, 0),
  (14, 'Rejected', '#c92a2a', 14, false, true, false, true, 0);

insert into priority (id, name, color, position, is_default, is_active) values
  (7, 'Low', '#adb5bd', 1, false, true),
  (8, 'Normal', '#74c0fc', 2, true, true),
  (9, 'High', '#f76707', 3, false, true),
  (10, 'Immediate', '#c92a2a', 4, false, true);

insert into activity (id, name, position, is_default) values
  (1, 'Management', 1, true),
  (2, 'Specification', 2, false),
  (3, 'Development', 3, false),
  (4, 'Testing', 4, false),
  (5, 'Support', 5, false),
  (6, 'Other', 6, false);

create table client (
  id integer primary key autoincrement,
  name text not null,
  name_key text not null unique,
  description text not null,
  industry text,
  lock_version integer not null,
  created_at integer not null,
  updated_at integer not null
) strict;

create index client_name on client (name);
create index client_updated_at on client (updated_at);

create table client_contact (
  client_id integer not null references client (id) on delete cascade,
  position integer not null,
  type text not null,
  label text,
  value text not null,
  primary key (client_id, position)
) strict, without rowid;

create table client_tag (
  client_id integer not null references client (id) on delete cascade,
  tag text not null,
  position integer not null,
  primary key (client_id, tag)
) strict, without rowid;

create index client_tag_tag on client_tag (tag);

alter table project add column client_id integer references client (id);
alter table project add column code text;
alter table project add column starts_on text;
alter table project add column ends_on text;
alter table project add column budget_seconds integer check (budget_seconds >= 0);
alter table project add column billable_by_default integer not null default 1 check (billable_by_default in (0, 1));
alter table project add column color text;
alter table project add column certainty text not null default 'confirmed' check (certainty in ('confirmed', 'tentative', 'internal'));

create index project_client on project (client_id);
create index project_code on project (code);
create index project_starts_on on project (starts_on);
create index project_ends_on on project (ends_on);

create table project_tag (
  project_id integer not null references project (id) on delete cascade,
  tag text not null,
  position integer not null,
  primary key (project_id, tag)
) strict, without rowid;

create index project_tag_tag on project_tag (tag);

create table task_list (
  id integer primary key autoincrement,
  project_id integer not null references project (id),
  name text not null,
  position integer not null,
  archived integer not null check (archived in (0, 1)),
  created_at integer not null,
  updated_at integer not null
) strict;

create index task_list_project on task_list (project_id, position);

alter table work_package add column task_list_id integer references task_list (id);
alter table work_package add column task_list_position integer;

create index work_package_task_list on work_package (task_list_id, task_list_position);

create table absence (
  id integer primary key autoincrement,
  user_id integer not null references users (id),
  kind text not null,
  first_day text not null,
  last_day text not null,
  half_day_at_start integer not null check (half_day_at_start in (0, 1)),
  half_day_at_end integer not null check (half_day_at_end in (0, 1)),
  description text not null,
  created_at integer not null,
  updated_at integer not null
) strict;

create index absence_user on absence (user_id, first_day);
create index absence_first_day on absence (first_day);
create index absence_last_day on absence (last_day);

create table assignment (
  id integer primary key autoincrement,
  user_id integer not null references users (id),
  project_id integer not null references project (id),
  first_day text not null,
  last_day text not null,
  mode text not null check (mode in ('percent', 'hours_per_day', 'fixed')),
  amount text not null,
  all_day integer not null check (all_day in (0, 1)),
  note text not null,
  lock_version integer not null,
  created_at integer not null,
  updated_at integer not null
) strict;

create index assignment_user on assignment (user_id, first_day);
create index assignment_project on assignment (project_id, first_day);
create index assignment_first_day on assignment (first_day);
create index assignment_last_day on assignment (last_day);

insert into role_permission (role_id, permission) values
  (6, 'manage_clients'),
  (3, 'manage_task_lists'),
  (4, 'manage_task_lists'),
  (3, 'view_assignments'),
  (4, 'view_assignments'),
  (5, 'view_assignments'),
  (3, 'manage_assignments');

create table users (
  id integer primary key autoincrement,
  login text not null,
  login_key text unique,
  first_name text not null,
  last_name text not null,
  email text not null,
  email_key text unique,
  admin integer not null check (admin in (0, 1)),
  status text not null check (status in ('active', 'registered', 'locked', 'invited', 'deleted')),
  language text not null,
  position text,
  discipline text,
  location text,
  hired_on text,
  left_on text,
  billable integer not null check (billable in (0, 1)),
  bill_rate text,
  employee_number text,
  password_hash text,
  password_changed_at integer,
  created_at integer not null,
  updated_at integer not null
) strict;

create table role (
  id integer primary key autoincrement,
  name text not null unique,
  kind text not null check (kind in ('builtin', 'project', 'global')),
  position integer not null
) strict;

create table role_permission (
  role_id integer not null references role (id),
  permission text not null,
  primary key (role_id, permission)
) strict, without rowid;

create table api_token (
  id integer primary key autoincrement,
  user_id integer not null references users (id),
  name text not null,
  token_hash text not null unique,
  created_at integer not null,
  last_used_at integer,
  expires_at integer,
  revoked_at integer
) strict;

create index api_token_user on api_token (user_id);

insert into role (id, name, kind, position) values
  (1, 'Non member', 'builtin', 1),
  (2, 'Anonymous', 'builtin', 2),
  (3, 'Project admin', 'project', 3),
  (4, 'Member', 'project', 4),
  (5, 'Reader', 'project', 5),
  (6, 'Project creator', 'global', 6);

insert into role_permission (role_id, permission) values
  (1, 'view_project'),
  (1, 'view_members'),
  (1, 'view_work_packages'),
  (3, 'view_project'),
  (3, 'edit_project'),
  (3, 'add_subprojects'),
  (3, 'view_members'),
  (3, 'manage_members'),
  (3, 'view_work_packages'),
  (3, 'add_work_packages'),
  (3, 'edit_work_packages'),
  (3, 'delete_work_packages'),
  (3, 'add_work_package_comments'),
  (3, 'work_package_assigned'),
  (3, 'view_time_entries'),
  (3, 'view_own_time_entries'),
  (3, 'log_time'),
  (3, 'log_own_time'),
  (3, 'edit_time_entries'),
  (3, 'edit_own_time_entries'),
  (4, 'view_project'),
  (4, 'view_members'),
  (4, 'view_work_packages'),
  (4, 'add_work_packages'),
  (4, 'edit_work_packages'),
  (4, 'add_work_package_comments'),
  (4, 'work_package_assigned'),
  (4, 'view_time_entries'),
  (4, 'view_own_time_entries'),
  (4, 'log_own_time'),
  (4, 'edit_own_time_entries'),
  (5, 'view_project'),
  (5, 'view_members'),
  (5, 'view_work_packages'),
  (5, 'view_time_entries'),
  (5, 'view_own_time_entries'),
  (6, 'add_project');

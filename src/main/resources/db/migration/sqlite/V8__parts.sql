create table version (
  id integer primary key autoincrement,
  project_id integer not null references project (id),
  name text not null,
  description text not null,
  start_date text,
  end_date text,
  status text not null check (status in ('open', 'locked', 'closed')),
  sharing text not null check (sharing in ('none', 'descendants', 'hierarchy', 'tree', 'system')),
  created_at integer not null,
  updated_at integer not null
) strict;

create unique index version_project on version (project_id, name);

create table category (
  id integer primary key autoincrement,
  project_id integer not null references project (id),
  name text not null,
  default_assignee_id integer references users (id),
  created_at integer not null,
  updated_at integer not null
) strict;

create unique index category_project on category (project_id, name);
create index category_default_assignee on category (default_assignee_id);

alter table work_package add column version_id integer references version (id);
alter table work_package add column category_id integer references category (id);

create index work_package_version on work_package (version_id);
create index work_package_category on work_package (category_id);

create table relation (
  id integer primary key autoincrement,
  from_id integer not null references work_package (id) on delete cascade,
  to_id integer not null references work_package (id) on delete cascade,
  type text not null check (type in ('relates', 'duplicates', 'blocks', 'follows', 'includes', 'requires')),
  lag integer,
  description text,
  created_at integer not null,
  updated_at integer not null,
  check (from_id <> to_id)
) strict;

create unique index relation_from on relation (from_id, to_id);
create index relation_to on relation (to_id);

create table watcher (
  work_package_id integer not null references work_package (id) on delete cascade,
  user_id integer not null references users (id),
  created_at integer not null,
  primary key (work_package_id, user_id)
) strict, without rowid;

create index watcher_user on watcher (user_id);

insert into role_permission (role_id, permission) values
  (3, 'manage_versions'),
  (3, 'manage_categories'),
  (3, 'manage_work_package_relations'),
  (3, 'view_work_package_watchers'),
  (3, 'add_work_package_watchers'),
  (3, 'delete_work_package_watchers'),
  (4, 'manage_work_package_relations'),
  (4, 'view_work_package_watchers'),
  (4, 'add_work_package_watchers');

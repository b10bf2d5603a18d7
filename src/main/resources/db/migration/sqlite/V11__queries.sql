create table saved_query (
  id integer primary key autoincrement,
  user_id integer not null references users (id),
  project_id integer references project (id) on delete cascade,
  name text not null,
  is_public integer not null check (is_public in (0, 1)),
  starred integer not null check (starred in (0, 1)),
  sums integer not null check (sums in (0, 1)),
  include_subprojects integer not null check (include_subprojects in (0, 1)),
  filters text not null,
  shown_columns text not null,
  sort_by text not null,
  group_by text,
  created_at integer not null,
  updated_at integer not null
) strict;

create index saved_query_user on saved_query (user_id);
create index saved_query_project on saved_query (project_id);
create index saved_query_public on saved_query (is_public, id);

insert into role_permission (role_id, permission) values
  (3, 'manage_public_queries');

create table project_favorite (
  user_id integer not null references users (id),
  project_id integer not null references project (id) on delete cascade,
  created_at integer not null,
  primary key (user_id, project_id)
) strict, without rowid;

create index project_favorite_project on project_favorite (project_id);

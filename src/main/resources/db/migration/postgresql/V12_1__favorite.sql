create table project_favorite (
  user_id bigint not null references users (id),
  project_id bigint not null references project (id) on delete cascade,
  created_at bigint not null,
  primary key (user_id, project_id)
);

create index project_favorite_project on project_favorite (project_id);

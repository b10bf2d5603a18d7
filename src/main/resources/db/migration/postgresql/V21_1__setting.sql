-- What administrators set about the API, in one row.
create table api_setting (
  only_one integer primary key check (only_one = 1),
  version bigint not null,
  rest_enabled boolean not null,
  max_page_size integer not null check (max_page_size >= 50),
  docs_enabled boolean not null,
  cors_enabled boolean not null,
  cors_origins text not null,
  changed_at bigint,
  changed_by bigint references users (id)
);

insert into api_setting (only_one, version, rest_enabled, max_page_size, docs_enabled, cors_enabled, cors_origins)
values (1, 1, true, 1000, true, false, '');

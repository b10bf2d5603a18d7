-- What administrators set about the API, in one row.
create table api_setting (
  only_one integer primary key check (only_one = 1),
  version integer not null,
  rest_enabled integer not null check (rest_enabled in (0, 1)),
  max_page_size integer not null check (max_page_size >= 50),
  docs_enabled integer not null check (docs_enabled in (0, 1)),
  cors_enabled integer not null check (cors_enabled in (0, 1)),
  cors_origins text not null,
  changed_at integer,
  changed_by integer references users (id)
) strict;

insert into api_setting (only_one, version, rest_enabled, max_page_size, docs_enabled, cors_enabled, cors_origins)
values (1, 1, 1, 1000, 1, 0, '');

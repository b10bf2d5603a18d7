create table api_use (
  started_at integer not null,
  status integer not null,
  requests integer not null,
  primary key (started_at, status)
) strict, without rowid;

alter table oauth_application add column last_used_at integer;

create index oauth_application_last_used_at on oauth_application (last_used_at);
create index api_token_last_used_at on api_token (last_used_at);

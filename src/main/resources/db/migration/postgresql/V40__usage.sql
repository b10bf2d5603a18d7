create table api_use (
  started_at bigint not null,
  status bigint not null,
  requests bigint not null,
  primary key (started_at, status)
);

alter table oauth_application add column last_used_at bigint;

create index oauth_application_last_used_at on oauth_application (last_used_at);
create index api_token_last_used_at on api_token (last_used_at);

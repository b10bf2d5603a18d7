create table oauth_application (
  id integer primary key autoincrement,
  name text not null,
  client_id text not null unique,
  secret_hash text,
  secret_since integer,
  redirect_uris text not null,
  user_id integer references users (id),
  enabled integer not null check (enabled in (0, 1)),
  created_at integer not null,
  updated_at integer not null
) strict;

create index oauth_application_user on oauth_application (user_id);

create table oauth_consent (
  user_id integer not null references users (id),
  application_id integer not null references oauth_application (id) on delete cascade,
  created_at integer not null,
  primary key (user_id, application_id)
) strict, without rowid;

create index oauth_consent_application on oauth_consent (application_id);

create table oauth_grant (
  id text primary key,
  application_id integer not null references oauth_application (id) on delete cascade,
  user_id integer not null references users (id),
  kind text not null check (kind in ('authorization_code', 'client_credentials')),
  scopes text not null,
  redirect_uri text,
  client_state text,
  code_challenge text,
  state_hash text unique,
  code_hash text unique,
  code_used_at integer,
  created_at integer not null,
  expires_at integer not null
) strict, without rowid;

create index oauth_grant_application on oauth_grant (application_id, user_id);
create index oauth_grant_user on oauth_grant (user_id);
create index oauth_grant_expires on oauth_grant (expires_at);

create table oauth_token (
  token_hash text primary key,
  grant_id text not null references oauth_grant (id) on delete cascade,
  kind text not null check (kind in ('access', 'refresh')),
  issued_at integer not null,
  expires_at integer not null,
  used_at integer
) strict, without rowid;

create index oauth_token_grant on oauth_token (grant_id);
create index oauth_token_expires on oauth_token (expires_at);

-- What administrators changed. Rows are added and never changed or deleted; names stand here as they were.
create table audit_entry (
  id integer primary key autoincrement,
  created_at integer not null,
  action text not null,
  subject_type text not null,
  subject_id text,
  subject_name text not null,
  user_id integer,
  user_name text not null,
  door text not null check (door in ('server', 'session', 'token', 'oauth')),
  door_name text,
  address text,
  fields text not null
) strict;

create index audit_entry_time on audit_entry (created_at, id);
create index audit_entry_action on audit_entry (action, id);
create index audit_entry_user on audit_entry (user_id, id);
create index audit_entry_subject on audit_entry (subject_type, subject_id, id);

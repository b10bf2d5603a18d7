-- Groups and placeholder users share the numbers of people. Their name is the first name of the row.
alter table users add column kind text not null default 'user'
  check (kind in ('user', 'group', 'placeholder_user'));

create index users_kind on users (kind, id);
create unique index users_name on users (kind, lower(first_name))
  where kind <> 'user' and status <> 'deleted';

create table group_member (
  group_id integer not null references users (id),
  user_id integer not null references users (id),
  primary key (group_id, user_id)
) strict, without rowid;

create index group_member_user on group_member (user_id, group_id);

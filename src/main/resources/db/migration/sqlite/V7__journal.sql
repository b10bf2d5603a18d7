alter table work_package add column journal_version integer not null default 0;

create table journal (
  id integer primary key autoincrement,
  work_package_id integer not null references work_package (id),
  version integer not null,
  user_id integer not null references users (id),
  comment text not null,
  internal integer not null check (internal in (0, 1)),
  changes text not null,
  created_at integer not null,
  updated_at integer not null
) strict;

create unique index journal_version on journal (work_package_id, version);

insert into journal (work_package_id, version, user_id, comment, internal, changes, created_at, updated_at)
select id, 1, author_id, '', false, '{}', created_at, created_at from work_package order by id;

update work_package set journal_version = 1;

create table emoji_reaction (
  journal_id integer not null references journal (id),
  user_id integer not null references users (id),
  reaction text not null,
  created_at integer not null,
  primary key (journal_id, reaction, user_id)
) strict, without rowid;

create table project_comment (
  id integer primary key autoincrement,
  project_id integer not null references project (id),
  user_id integer not null references users (id),
  text text not null,
  created_at integer not null,
  updated_at integer not null
) strict;

create index project_comment_project on project_comment (project_id, created_at);

create table content (
  id integer primary key autoincrement,
  size integer not null,
  remove_at integer
) strict;

create index content_remove_at on content (remove_at) where remove_at is not null;

create table content_piece (
  content_id integer not null references content (id),
  number integer not null,
  bytes blob not null,
  primary key (content_id, number)
) strict;

create table attachment (
  id integer primary key autoincrement,
  work_package_id integer references work_package (id),
  journal_id integer references journal (id),
  content_id integer not null unique references content (id),
  author_id integer not null references users (id),
  file_name text not null,
  description text not null,
  content_type text not null,
  digest text not null,
  created_at integer not null,
  check (work_package_id is null or journal_id is null)
) strict;

create index attachment_work_package on attachment (work_package_id) where work_package_id is not null;
create index attachment_journal on attachment (journal_id) where journal_id is not null;
create index attachment_unclaimed on attachment (created_at) where work_package_id is null and journal_id is null;

insert into role_permission (role_id, permission) values
  (3, 'edit_work_package_comments'),
  (3, 'view_internal_comments'),
  (3, 'add_internal_comments'),
  (3, 'add_project_comments'),
  (3, 'edit_project_comments'),
  (4, 'add_project_comments');

create table creator (
  subject_kind text not null,
  subject_id text not null,
  user_id integer not null,
  primary key (subject_kind, subject_id)
) strict, without rowid;

create index journal_comment on journal (work_package_id) where comment <> '';

create table event (
    sequence     integer primary key autoincrement,
    id           text    not null,
    type         text    not null,
    occurred_at  integer not null,
    subject_kind text    not null,
    subject_id   text    not null,
    project_id   integer,
    actor_id     integer,
    data         text    not null
) strict;

create table event (
    sequence     integer primary key autoincrement,
    id           text    not null unique,
    type         text    not null,
    occurred_at  integer not null,
    subject_kind text    not null,
    subject_id   text    not null,
    project_id   integer,
    actor_id     integer,
    data         text    not null
) strict;

create index event_subject on event (subject_kind, subject_id, sequence);
create index event_occurred_at on event (occurred_at);

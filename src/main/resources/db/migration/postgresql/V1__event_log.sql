create sequence event_sequence;

create table event (
    sequence     bigint primary key,
    id           text   not null,
    type         text   not null,
    occurred_at  bigint not null,
    subject_kind text   not null,
    subject_id   text   not null,
    project_id   bigint,
    actor_id     bigint,
    data         text   not null
);

alter sequence event_sequence owned by event.sequence;

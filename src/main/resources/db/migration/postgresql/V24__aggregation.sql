alter table webhook add column aggregation_minutes integer not null default 0 check (aggregation_minutes between 0 and 120);

-- Events that went out with a later one of the same subject, or are going to.
create table merged (
  webhook_id bigint not null references webhook (id) on delete cascade,
  sequence bigint not null,
  into_sequence bigint not null,
  primary key (webhook_id, sequence)
);

create index merged_into on merged (webhook_id, into_sequence);

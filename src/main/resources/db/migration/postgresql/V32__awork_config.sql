alter table webhook add column created_by bigint;

-- What awork's API was told of a webhook that a webhook has no place for. There, names need not
-- be unique: the one that was sent is shown as long as the webhook is called what was made of it.
create table awork_config (
  webhook_id bigint primary key references webhook (id) on delete cascade,
  name text not null,
  stored_name text not null,
  language text
);

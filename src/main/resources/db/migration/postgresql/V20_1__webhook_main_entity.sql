alter table webhook add column main_entity_only boolean not null default false;

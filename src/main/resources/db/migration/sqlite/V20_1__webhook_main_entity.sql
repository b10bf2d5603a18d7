alter table webhook add column main_entity_only integer not null default 0 check (main_entity_only in (0, 1));

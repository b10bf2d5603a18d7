alter table time_entry add column task text not null default '';

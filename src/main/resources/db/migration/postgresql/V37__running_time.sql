alter table time_entry alter column seconds drop not null;
alter table time_entry add column ongoing boolean not null default false;
alter table time_entry add check (ongoing or seconds is not null);

create unique index time_entry_ongoing on time_entry (user_id) where ongoing;

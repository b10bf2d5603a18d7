create table notice (
  webhook_id integer primary key references webhook (id) on delete cascade,
  told text not null,
  told_at integer,
  news text not null,
  state text not null,
  due_at integer
) strict;

create table mail (
  id integer primary key autoincrement,
  recipient text not null,
  subject text not null,
  body text not null,
  tries integer not null,
  next_at integer not null
) strict;

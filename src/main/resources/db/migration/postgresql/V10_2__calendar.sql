create table non_working_day (
  day text primary key,
  name text not null
);

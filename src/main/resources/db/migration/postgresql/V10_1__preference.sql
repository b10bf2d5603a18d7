create table preference (
  user_id bigint primary key references users (id),
  time_zone text not null,
  comment_sort_descending boolean not null,
  warn_on_leaving_unsaved boolean not null,
  auto_hide_popups boolean not null,
  disable_keyboard_shortcuts boolean not null
);

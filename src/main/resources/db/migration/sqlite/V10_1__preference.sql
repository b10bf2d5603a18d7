create table preference (
  user_id integer primary key references users (id),
  time_zone text not null,
  comment_sort_descending integer not null check (comment_sort_descending in (0, 1)),
  warn_on_leaving_unsaved integer not null check (warn_on_leaving_unsaved in (0, 1)),
  auto_hide_popups integer not null check (auto_hide_popups in (0, 1)),
  disable_keyboard_shortcuts integer not null check (disable_keyboard_shortcuts in (0, 1))
) strict;

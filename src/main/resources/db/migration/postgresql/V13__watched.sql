alter table notification drop constraint notification_reason_check;

alter table notification add constraint notification_reason_check
  check (reason in ('assigned', 'responsible', 'mentioned', 'commented', 'watched'));

alter table webhook_subscription add column content_mode text not null default 'standard'
  check (content_mode in ('standard', 'cloudevents-binary', 'cloudevents-structured'));
alter table webhook_subscription add column payload text not null default 'full' check (payload in ('full', 'thin'));
alter table webhook_secret add column scheme text not null default 'hmac' check (scheme in ('hmac', 'ed25519'));

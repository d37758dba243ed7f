-- What no module owns: extensions, the audit, the demonstration's clock, mails kept instead of sent.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- The network of the transaction, as row-level security reads it. No network set: no row.
create function platform.current_network() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('cairn.network_id', true), '')::uuid $$;

create table platform.audit_entry (
  id uuid primary key,
  at timestamptz not null,
  network_id uuid,
  actor_kind text not null,
  actor_person_id uuid,
  actor_membership_id uuid,
  actor_detail text,
  verb text not null,
  subject_kind text not null,
  subject_id uuid,
  reason text,
  facts jsonb not null default '{}'
);
create index audit_entry_subject on platform.audit_entry (subject_kind, subject_id, at);
create index audit_entry_network on platform.audit_entry (network_id, at);

create table platform.demo_clock (
  only_row boolean primary key default true check (only_row),
  offset_ms bigint not null default 0 check (offset_ms >= 0),
  loaded_at timestamptz not null
);

-- Mails and short messages of an installation without SMTP or SMS settings; `/demo/messages` shows them.
create table platform.outbox (
  id uuid primary key,
  at timestamptz not null,
  channel text not null check (channel in ('email', 'sms')),
  recipient text not null,
  sender text not null,
  subject text,
  text_body text not null,
  html_body text,
  calendar_body text,
  calendar_method text,
  message_id text not null
);
create index outbox_at on platform.outbox (at desc);

grant usage on schema platform to cairn_app;
-- The audit is added to, never changed.
grant select, insert on platform.audit_entry to cairn_app;
grant select, insert, update on platform.demo_clock to cairn_app;
grant select, insert, delete on platform.outbox to cairn_app;

-- What has to be told to whom and when, and what became of it. No address and no text stand here: the job that speaks
-- reads them again at the moment of sending, and says nothing of what is stale.
create schema notifications;

create table notifications.notice (
  id uuid primary key,
  network_id uuid not null references network.network (id),
  -- The job of the module that owns the subject and finds the words.
  job text not null,
  kind text not null check (kind ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  subject_id uuid not null,
  -- The state of the subject that the notice speaks of; an older one is stale.
  version int not null,
  audience text not null check (audience in ('youth', 'professional', 'coordination')),
  channel text not null check (channel in ('email', 'sms')),
  -- Someone in particular, when the subject no longer says who; and the moment spoken of, when it is no longer the subject's.
  recipient_id uuid references accounts.person (id),
  about timestamptz,
  due_at timestamptz not null,
  status text not null check (status in ('due', 'sending', 'sent', 'dropped', 'failed')),
  attempts int not null default 0 check (attempts >= 0),
  claimed_at timestamptz,
  settled_at timestamptz,
  -- Why it was dropped or failed; segments of a short message, which is what it costs.
  outcome text,
  segments int check (segments > 0),
  created_at timestamptz not null,
  check ((status in ('sent', 'dropped', 'failed')) = (settled_at is not null)),
  -- A change of state speaks once to each, whatever runs twice.
  constraint notice_once unique (subject_id, kind, version, audience, channel)
);
create index notice_due on notifications.notice (due_at) where status in ('due', 'sending');
create index notice_subject on notifications.notice (subject_id, due_at);
create index notice_sms on notifications.notice (network_id, settled_at) where channel = 'sms' and segments is not null;

grant usage on schema notifications to cairn_app;
grant select, insert, update on notifications.notice to cairn_app;

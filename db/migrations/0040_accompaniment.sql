-- Young people's files, their requests for help, and the timeline of exchanges. Row-level security on every table.
create schema accompaniment;

create table accompaniment.youth_file (
  id uuid primary key,
  network_id uuid not null references network.network (id),
  -- Or a pseudonym: nobody has to give a real name (Info Jeunes label, right to anonymity).
  first_name text not null check (btrim(first_name) <> '' and length(first_name) <= 80),
  birth_date date not null,
  commune_code text check (commune_code ~ '^(\d{2}|2[AB])\d{3}$'),
  access_needs text check (length(access_needs) <= 1000),
  -- Set when the young person signs in and claims the file by proof of a contact.
  person_id uuid references accounts.person (id),
  claimed_at timestamptz,
  guardian_name text check (btrim(guardian_name) <> ''),
  guardian_contact text check (btrim(guardian_contact) <> ''),
  guardian_agreed_at timestamptz,
  created_at timestamptz not null,
  -- Names and contacts erased, figures kept.
  anonymised_at timestamptz,
  unique (network_id, id),
  constraint youth_file_claim_whole check ((person_id is null) = (claimed_at is null)),
  constraint youth_file_guardian_whole check (num_nulls(guardian_name, guardian_contact, guardian_agreed_at) in (0, 3))
);
create index youth_file_person on accompaniment.youth_file (person_id) where person_id is not null;

create table accompaniment.youth_contact (
  id uuid primary key,
  network_id uuid not null,
  youth_file_id uuid not null,
  channel text not null check (channel in ('email', 'phone')),
  -- E-mail in lower case; telephone in E.164.
  value text not null,
  -- Typed when the file was opened, added by a professional, or typed later by someone who has proved nothing.
  origin text not null check (origin in ('opening', 'professional', 'unproven')),
  added_at timestamptz not null,
  verified_at timestamptz check (verified_at >= added_at),
  foreign key (network_id, youth_file_id) references accompaniment.youth_file (network_id, id) on delete cascade,
  constraint youth_contact_once unique (youth_file_id, channel, value),
  constraint youth_contact_normalised check (case channel
    when 'email' then value = lower(value) and value like '%_@_%'
    else value ~ '^\+[1-9]\d{5,14}$' end)
);
create index youth_contact_value on accompaniment.youth_contact (network_id, value);

create table accompaniment.help_request (
  id uuid primary key,
  network_id uuid not null,
  youth_file_id uuid not null,
  opened_at timestamptz not null,
  origin text not null check (origin ~ '^[a-z]+(-[a-z]+)*$'),
  subject text check (length(subject) <= 2000),
  status text not null check (status in ('open', 'closed')),
  closed_at timestamptz check (closed_at >= opened_at),
  unique (network_id, id),
  foreign key (network_id, youth_file_id) references accompaniment.youth_file (network_id, id) on delete cascade,
  constraint help_request_closed_whole check ((status = 'closed') = (closed_at is not null))
);
create index help_request_file on accompaniment.help_request (network_id, youth_file_id, opened_at desc);

-- One row per thing of its owner (an appointment, later a callback), rewritten by the owner when that thing changes.
create table accompaniment.exchange (
  id uuid primary key,
  network_id uuid not null,
  help_request_id uuid not null,
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  owner_module text not null check (owner_module ~ '^[a-z]+(-[a-z]+)*$'),
  owner_id uuid not null,
  at timestamptz not null,
  summary_code text not null check (summary_code ~ '^[a-z]+(-[a-z]+)*$'),
  facts jsonb not null default '{}' check (jsonb_typeof(facts) = 'object'),
  written_at timestamptz not null,
  foreign key (network_id, help_request_id) references accompaniment.help_request (network_id, id) on delete cascade,
  constraint exchange_owner_once unique (owner_module, owner_id)
);
create index exchange_request on accompaniment.exchange (network_id, help_request_id, at);

alter table accompaniment.youth_file enable row level security;
alter table accompaniment.youth_contact enable row level security;
alter table accompaniment.help_request enable row level security;
alter table accompaniment.exchange enable row level security;
create policy of_network on accompaniment.youth_file
  using (network_id = platform.current_network()) with check (network_id = platform.current_network());
create policy of_network on accompaniment.youth_contact
  using (network_id = platform.current_network()) with check (network_id = platform.current_network());
create policy of_network on accompaniment.help_request
  using (network_id = platform.current_network()) with check (network_id = platform.current_network());
create policy of_network on accompaniment.exchange
  using (network_id = platform.current_network()) with check (network_id = platform.current_network());

grant usage on schema accompaniment to cairn_app;
grant select, insert, update on accompaniment.youth_file, accompaniment.help_request, accompaniment.exchange to cairn_app;
grant select, insert, update, delete on accompaniment.youth_contact to cairn_app;

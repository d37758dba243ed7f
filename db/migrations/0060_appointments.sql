-- Openings, absences and interviews. The three exclusions below are what makes a double booking impossible (design §5).
create schema appointments;

create function appointments.are_blocks(blocks jsonb) returns boolean
  language sql immutable parallel safe
  as $$ select jsonb_typeof(blocks) = 'array' and jsonb_array_length(blocks) between 1 and 8 and not exists (
    select from jsonb_array_elements(blocks) block
    where jsonb_typeof(block -> 'start') is distinct from 'number' or jsonb_typeof(block -> 'end') is distinct from 'number'
      or (block ->> 'start')::int not between 0 and 1439 or (block ->> 'end')::int <= (block ->> 'start')::int) $$;

create table appointments.opening (
  id uuid primary key,
  network_id uuid not null references network.network (id),
  -- The structure for which its slots count (SM-31, X-10).
  organisation_id uuid not null references network.organisation (id),
  person_id uuid not null references accounts.person (id),
  place_id uuid references network.place (id),
  zone text not null check (btrim(zone) <> ''),
  modes text[] not null check (cardinality(modes) between 1 and 3 and modes <@ array['in-person', 'video', 'phone']),
  first_day date not null,
  blocks jsonb not null check (appointments.are_blocks(blocks)),
  recurrence jsonb check (jsonb_typeof(recurrence) = 'object'),
  slot_minutes int not null check (slot_minutes between 10 and 480),
  pause_minutes int not null check (pause_minutes between 0 and 240),
  -- By default a public holiday of the place closes the day; the structure may open it.
  opens_on_holidays boolean not null,
  -- The network's pattern makes a link per appointment; a room is the adviser's own, always the same.
  video_kind text check (video_kind in ('pattern', 'room')),
  video_room text check (video_room ~ '^https://'),
  fallback_phone text check (fallback_phone ~ '^\+[1-9]\d{5,14}$'),
  phone_direction text check (phone_direction in ('adviser-calls', 'youth-calls')),
  phone_number text check (phone_number ~ '^\+[1-9]\d{5,14}$'),
  created_at timestamptz not null,
  ended_at timestamptz,
  check (place_id is not null or not 'in-person' = any (modes)),
  -- A remote opening that does not say how one meets cannot be saved.
  constraint opening_video_whole check (not 'video' = any (modes)
    or (video_kind is not null and fallback_phone is not null and (video_kind = 'pattern' or video_room is not null))),
  constraint opening_phone_whole check (not 'phone' = any (modes)
    or (phone_direction is not null and (phone_direction = 'adviser-calls' or phone_number is not null)))
);
create index opening_person on appointments.opening (person_id) where ended_at is null;
create index opening_network on appointments.opening (network_id, organisation_id) where ended_at is null;

-- What happens to the one occurrence of `day`; the others are untouched.
create table appointments.opening_exception (
  opening_id uuid not null references appointments.opening (id),
  day date not null,
  kind text not null check (kind in ('skipped', 'moved', 'changed')),
  to_day date,
  blocks jsonb check (appointments.are_blocks(blocks)),
  recorded_at timestamptz not null,
  primary key (opening_id, day),
  check ((kind = 'moved') = (to_day is not null)),
  check ((kind = 'skipped') = (blocks is null))
);

create table appointments.absence (
  id uuid primary key,
  -- The network under which it was declared; an absence closes its person's calendar in all of them.
  network_id uuid not null references network.network (id),
  person_id uuid not null references accounts.person (id),
  kind text not null check (kind in ('short', 'long')),
  zone text not null check (btrim(zone) <> ''),
  first_day date not null,
  -- One block, which may go on for days: 0 to 7200 is five whole days.
  blocks jsonb not null check (appointments.are_blocks(blocks)),
  recurrence jsonb check (jsonb_typeof(recurrence) = 'object'),
  -- Read by the adviser's manager and coordinator only.
  reason text check (length(reason) <= 500),
  created_at timestamptz not null,
  ended_at timestamptz
);
create index absence_person on appointments.absence (person_id) where ended_at is null;

create table appointments.appointment (
  id uuid primary key,
  network_id uuid not null references network.network (id),
  organisation_id uuid not null references network.organisation (id),
  person_id uuid not null references accounts.person (id),
  opening_id uuid references appointments.opening (id),
  place_id uuid references network.place (id),
  room_no int check (room_no between 1 and 200),
  mode text not null check (mode in ('in-person', 'video', 'phone')),
  -- Half-open, bounded, with the zone in which its hours are said.
  period tstzrange not null check (not isempty(period) and not lower_inf(period) and not upper_inf(period)
    and lower_inc(period) and not upper_inc(period)),
  zone text not null check (btrim(zone) <> ''),
  -- Kept free after it.
  pause_minutes int not null check (pause_minutes between 0 and 240),
  status text not null check (status in ('on_hold', 'booked', 'held', 'absent', 'cancelled')),
  -- An explicit act of the adviser, never of the public.
  overbooked boolean not null default false,
  -- A hold: whose browser (hash of its secret), until when.
  hold_key text,
  expires_at timestamptz,
  youth_file_id uuid,
  help_request_id uuid,
  -- How one meets, fixed when booked.
  video_url text check (video_url ~ '^https?://'),
  fallback_phone text,
  phone_direction text check (phone_direction in ('adviser-calls', 'youth-calls')),
  phone_number text,
  -- RFC 5545 SEQUENCE: grows at each change that a calendar must see.
  sequence int not null default 0 check (sequence >= 0),
  booked_at timestamptz,
  booked_by text check (booked_by in ('youth', 'someone-else', 'structure')),
  cancelled_at timestamptz,
  cancelled_by text check (cancelled_by in ('youth', 'structure')),
  cancellation_reason text,
  cancellation_note text check (length(cancellation_note) <= 500),
  outcome_at timestamptz,
  outcome_note text check (length(outcome_note) <= 4000),
  late_minutes int check (late_minutes between 1 and 120),
  late_said_at timestamptz,
  created_at timestamptz not null,
  unique (network_id, id),
  foreign key (network_id, youth_file_id) references accompaniment.youth_file (network_id, id),
  foreign key (network_id, help_request_id) references accompaniment.help_request (network_id, id),
  check ((status = 'on_hold') = (expires_at is not null)),
  check (status = 'on_hold' or status = 'cancelled' or (youth_file_id is not null and help_request_id is not null)),
  check ((status = 'cancelled') = (cancelled_at is not null)),
  check ((cancelled_at is null) = (cancelled_by is null)),
  -- A refusal by the structure says why (SM-24).
  check (cancelled_by is distinct from 'structure' or cancellation_reason is not null),
  check ((mode = 'in-person' and not overbooked and status in ('on_hold', 'booked', 'held')) <= (room_no is not null and place_id is not null)),
  constraint one_interview_at_a_time_for_an_adviser exclude using gist (person_id with =, period with &&)
    where (status in ('booked', 'on_hold', 'held') and not overbooked),
  constraint one_interview_at_a_time_for_a_young_person exclude using gist (youth_file_id with =, period with &&)
    where (status in ('booked', 'on_hold', 'held') and not overbooked and youth_file_id is not null),
  constraint one_interview_at_a_time_in_a_room exclude using gist (place_id with =, room_no with =, period with &&)
    where (status in ('booked', 'on_hold', 'held') and not overbooked and room_no is not null)
);
create index appointment_person on appointments.appointment (person_id, (lower(period)));
create index appointment_organisation on appointments.appointment (network_id, organisation_id, (lower(period)));
-- What is taken in a place's rooms, whoever receives there: without it a search reads every interview of the installation.
create index appointment_place on appointments.appointment (place_id, (lower(period))) where room_no is not null;
create index appointment_file on appointments.appointment (network_id, youth_file_id) where youth_file_id is not null;
create unique index appointment_hold on appointments.appointment (hold_key) where hold_key is not null;

-- Minted per message, stored hashed; all the tokens of an appointment open the same page and are revoked together.
create table appointments.private_link (
  token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  id uuid not null unique,
  network_id uuid not null,
  appointment_id uuid not null,
  minted_at timestamptz not null,
  foreign key (network_id, appointment_id) references appointments.appointment (network_id, id) on delete cascade
);
create index private_link_appointment on appointments.private_link (appointment_id);

create table appointments.calendar_feed (
  token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  person_id uuid not null references accounts.person (id),
  membership_id uuid not null references network.membership (id),
  with_names boolean not null,
  minted_at timestamptz not null,
  revoked_at timestamptz
);
create index calendar_feed_person on appointments.calendar_feed (person_id);

-- What an adviser's calendar shows to a search, whatever the network: times only, nothing of who or why. The view belongs
-- to the owner of the tables, so row-level security does not hide from it what the adviser does elsewhere.
create view appointments.busy_period as
  select person_id, id as appointment_id, place_id, room_no, period, pause_minutes, status, expires_at, overbooked
  from appointments.appointment
  where status in ('booked', 'on_hold', 'held');

alter table appointments.appointment enable row level security;
create policy of_network on appointments.appointment
  using (network_id = platform.current_network()) with check (network_id = platform.current_network());

-- Holds that are over go away with the next write on the same adviser or room, whatever network made them.
create function appointments.remove_expired_holds(of_person uuid, of_place uuid, at timestamptz) returns void
  language sql security definer set search_path = appointments, pg_temp
  as $$ delete from appointments.appointment
    where status = 'on_hold' and expires_at <= at and (person_id = of_person or place_id = of_place) $$;
revoke execute on function appointments.remove_expired_holds(uuid, uuid, timestamptz) from public;

grant usage on schema appointments to cairn_app;
grant execute on function appointments.remove_expired_holds(uuid, uuid, timestamptz) to cairn_app;
grant select, insert, update on appointments.opening, appointments.absence, appointments.calendar_feed to cairn_app;
grant select, insert, update, delete on appointments.opening_exception to cairn_app;
grant select, insert, update, delete on appointments.appointment to cairn_app;
grant select, insert, delete on appointments.private_link to cairn_app;
grant select on appointments.busy_period to cairn_app;

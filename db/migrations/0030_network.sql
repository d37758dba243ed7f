-- Networks, organisations, places, and the dated links between them and people (design §5).
-- Dates are local days, both ends included: what ends on the 31st still holds on the 31st.
create schema network;

create function network.is_commune_code(code text) returns boolean
  language sql immutable parallel safe
  as $$ select code ~ '^(\d{2}|2[AB])\d{3}$' $$;

-- SIRET: fourteen digits, Luhn's key; the establishments of La Poste (SIREN 356000000) have a digit sum that is a multiple of 5 (SM-112).
create function network.is_siret(siret text) returns boolean
  language sql immutable parallel safe
  as $$
    select siret ~ '^\d{14}$' and (
      (select sum(case when place % 2 = 0 then digit when digit > 4 then digit * 2 - 9 else digit * 2 end)
         from (select n as place, substr(siret, n, 1)::int as digit from generate_series(1, 14) n) digits) % 10 = 0
      or (siret like '356000000%'
        and (select sum(substr(siret, n, 1)::int) from generate_series(1, 14) n) % 5 = 0))
  $$;

create table network.network (
  id uuid primary key,
  slug text not null unique
    check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 2 and 60)
    check (slug not in ('pro', 'coordination', 'pilotage', 'admin', 'api', 'mon-espace', 'rdv', 'suivi', 'connexion', 'sante',
      'demo', 'ui', 'assets', 'widget', 'accessibilite', 'agenda', 'deconnexion', 'donnees-personnelles', 'invitation',
      'mon-compte', 'mot-de-passe-oublie')),
  name text not null check (btrim(name) <> ''),
  preset text not null check (preset in ('mobility-advice', 'local-compass', 'online-presence', 'mobility-platform')),
  parent_id uuid references network.network (id) check (parent_id <> id),
  territory_kind text not null check (territory_kind in ('country', 'region', 'departement', 'epci', 'commune')),
  territory_code text not null check (btrim(territory_code) <> ''),
  controller_name text not null check (btrim(controller_name) <> ''),
  contact_email text check (contact_email = lower(contact_email) and contact_email like '%_@_%'),
  contact_phone text check (btrim(contact_phone) <> ''),
  wording text not null check (wording in ('tu', 'vous')),
  colour_warm text not null check (colour_warm ~ '^#[0-9a-f]{6}$'),
  colour_cool text not null check (colour_cool ~ '^#[0-9a-f]{6}$'),
  settings jsonb not null check (jsonb_typeof(settings) = 'object'),
  created_at timestamptz not null
);
create index network_parent on network.network (parent_id);

create table network.organisation (
  id uuid primary key,
  name text not null check (btrim(name) <> ''),
  short_name text check (btrim(short_name) <> ''),
  legal_form text not null check (legal_form in ('association-1901', 'foundation', 'collectivite', 'etablissement-public',
    'groupement-interet-public', 'cooperative', 'company', 'other')),
  non_profit boolean not null
    check (non_profit or legal_form in ('cooperative', 'company', 'other'))
    check (not non_profit or legal_form <> 'company'),
  siret text unique check (network.is_siret(siret)),
  address text,
  commune_code text check (network.is_commune_code(commune_code)),
  representative_civility text check (representative_civility in ('madame', 'monsieur')),
  representative_name text check (btrim(representative_name) <> ''),
  representative_quality text check (btrim(representative_quality) <> ''),
  phone text,
  email text check (email = lower(email) and email like '%_@_%'),
  website text check (website ~ '^https?://'),
  created_at timestamptz not null
);
create index organisation_name on network.organisation (lower(name));

create table network.place (
  id uuid primary key,
  name text not null check (btrim(name) <> ''),
  address text not null,
  commune_code text not null check (network.is_commune_code(commune_code)),
  lat double precision not null check (lat between -90 and 90),
  lon double precision not null check (lon between -180 and 180),
  -- Degrees brought to a like scale at France's mean latitude: only chooses candidates, distances are computed on the sphere.
  position point not null generated always as (point(lon * 0.688, lat)) stored,
  time_zone text not null check (btrim(time_zone) <> ''),
  holiday_calendar text not null check (btrim(holiday_calendar) <> ''),
  access_notes text,
  step_free boolean,
  -- Confidential rooms, numbered 1..n; in-person interviews at one time never exceed them.
  rooms int not null check (rooms between 0 and 200),
  phone text,
  created_at timestamptz not null
);
create index place_position on network.place using gist (position);
create index place_commune on network.place (commune_code);

create table network.place_organisation (
  id uuid primary key,
  place_id uuid not null references network.place (id),
  organisation_id uuid not null references network.organisation (id),
  from_date date not null,
  until_date date check (until_date >= from_date),
  constraint place_organisation_once exclude using gist (place_id with =, organisation_id with =,
    daterange(from_date, until_date, '[]') with &&)
);
create index place_organisation_organisation on network.place_organisation (organisation_id);

-- SM-42, SM-43, SM-44: each renewal is a new row; the one that counts is the latest.
create table network.room_attestation (
  id uuid primary key,
  organisation_id uuid not null references network.organisation (id),
  place_id uuid not null references network.place (id),
  isolated_room boolean not null,
  confidential boolean not null,
  computer boolean not null,
  internet boolean not null,
  webcam boolean not null,
  microphone boolean not null,
  speakers boolean not null,
  attested_by uuid references accounts.person (id),
  attested_at timestamptz not null,
  valid_until date not null
);
create index room_attestation_latest on network.room_attestation (place_id, organisation_id, attested_at desc);

create table network.affiliation (
  id uuid primary key,
  network_id uuid not null references network.network (id),
  organisation_id uuid not null references network.organisation (id),
  kind text not null check (kind in ('operator', 'coordination', 'partner')),
  info_jeunes boolean not null,
  from_date date not null,
  until_date date check (until_date >= from_date),
  constraint affiliation_once exclude using gist (network_id with =, organisation_id with =,
    daterange(from_date, until_date, '[]') with &&)
);
create index affiliation_organisation on network.affiliation (organisation_id, network_id);

-- Who may act as what, where and when. Installation: no network; network: no organisation; organisation: no place.
create table network.membership (
  id uuid primary key,
  person_id uuid not null references accounts.person (id),
  role text not null check (role in ('adviser', 'manager', 'referent', 'coordinator', 'administrator')),
  network_id uuid references network.network (id),
  organisation_id uuid references network.organisation (id),
  place_id uuid references network.place (id),
  from_date date not null,
  until_date date check (until_date >= from_date),
  -- What the contact page calls this site: "Bordeaux et coordination Nouvelle-Aquitaine" (SM-14).
  title text check (btrim(title) <> ''),
  recorded_at timestamptz not null,
  check (organisation_id is null or network_id is not null),
  check (place_id is null or organisation_id is not null),
  constraint membership_scope_fits_role check (case role
    when 'administrator' then network_id is null
    when 'coordinator' then network_id is not null and organisation_id is null
    else organisation_id is not null end),
  constraint membership_once exclude using gist (person_id with =, role with =,
    coalesce(network_id, '00000000-0000-0000-0000-000000000000') with =,
    coalesce(organisation_id, '00000000-0000-0000-0000-000000000000') with =,
    coalesce(place_id, '00000000-0000-0000-0000-000000000000') with =,
    daterange(from_date, until_date, '[]') with &&)
);
create index membership_organisation on network.membership (network_id, organisation_id, role);
create index membership_person on network.membership (person_id);
create index membership_place on network.membership (place_id) where place_id is not null;

create table network.adviser_profile (
  network_id uuid not null references network.network (id),
  person_id uuid not null references accounts.person (id),
  display_name text not null check (btrim(display_name) <> ''),
  -- BCP 47 language tags.
  languages text[] not null default '{}',
  presentation text check (length(presentation) <= 600),
  primary key (network_id, person_id)
);
create index adviser_profile_person on network.adviser_profile (person_id);

-- What the coordinator records by hand. Never updated: a later fact supersedes, without a date it withdraws.
create table network.booking_fact (
  id uuid primary key,
  network_id uuid not null references network.network (id),
  person_id uuid references accounts.person (id),
  organisation_id uuid references network.organisation (id),
  kind text not null check (kind in ('trained', 'agreement-starts', 'agreement-ends', 'service-starts')),
  date date,
  note text,
  recorded_by uuid references accounts.person (id),
  recorded_at timestamptz not null,
  supersedes uuid unique references network.booking_fact (id) check (supersedes <> id),
  constraint booking_fact_dated check (date is not null or supersedes is not null),
  constraint booking_fact_subject check (num_nonnulls(person_id, organisation_id) = 1),
  constraint booking_fact_kind_fits_subject check (case kind
    when 'trained' then person_id is not null
    when 'service-starts' then true
    else organisation_id is not null end)
);
create index booking_fact_person on network.booking_fact (person_id, network_id) where person_id is not null;
create index booking_fact_organisation on network.booking_fact (organisation_id, network_id) where organisation_id is not null;

grant usage on schema network to cairn_app;
grant select, insert, update on network.network, network.organisation, network.place, network.adviser_profile to cairn_app;
grant select, insert on network.place_organisation, network.affiliation, network.membership to cairn_app;
-- A dated link is closed, never rewritten.
grant update (until_date) on network.place_organisation, network.affiliation, network.membership to cairn_app;
grant select, insert on network.room_attestation, network.booking_fact to cairn_app;

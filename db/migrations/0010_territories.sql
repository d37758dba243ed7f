-- The official code of places: one copy for the installation, written by the loader as owner, only read by the application.
create schema territories;

-- Which edition of the sources is loaded; the loader does nothing when it is the one it carries.
create table territories.edition (
  only_row boolean primary key default true check (only_row),
  sources text not null
);

create table territories.region (
  code text primary key check (code ~ '^[0-9]{2,3}$'),
  name text not null,
  is_current boolean not null default true
);

create table territories.departement (
  code text primary key check (code ~ '^([0-9]{2,3}|2[AB])$'),
  name text not null,
  region_code text not null references territories.region (code),
  is_current boolean not null default true
);

create table territories.arrondissement (
  code text primary key,
  name text not null,
  departement_code text not null references territories.departement (code),
  is_current boolean not null default true
);

create table territories.epci (
  code text primary key check (code ~ '^[0-9]{9}$'),
  name text not null,
  kind text not null check (kind in ('CC', 'CA', 'CU', 'METRO', 'MET69')),
  population integer check (population >= 0),
  is_current boolean not null default true
);

-- A commune that a later edition no longer knows stays, not current: what points to it keeps its place.
create table territories.commune (
  code text primary key check (code ~ '^[0-9][0-9AB][0-9]{3}$'),
  name text not null,
  departement_code text not null references territories.departement (code),
  arrondissement_code text references territories.arrondissement (code),
  epci_code text references territories.epci (code),
  postal_codes text[] not null,
  population integer check (population >= 0),
  longitude double precision check (longitude between -180 and 180),
  latitude double precision check (latitude between -90 and 90),
  is_current boolean not null default true,
  check ((longitude is null) = (latitude is null))
);
create index commune_departement on territories.commune (departement_code);
create index commune_epci on territories.commune (epci_code);

-- Codes that are not a commune's any more, or only a part of one: they lead to the commune of today.
create table territories.former_commune (
  code text not null check (code ~ '^[0-9][0-9AB][0-9]{3}$'),
  kind text not null check (kind in ('delegated', 'associated', 'municipal-arrondissement', 'merged')),
  -- The sources give most merged communes' codes without their names.
  name text,
  commune_code text not null references territories.commune (code),
  primary key (code, kind),
  check (name is not null or kind = 'merged')
);

-- Every name under which a commune is looked for: its own, and those of the communes and arrondissements inside it.
create table territories.commune_name (
  -- Bytewise order, here and for postal codes: the ordinary index then serves « begins with ».
  search_key text collate "C" not null check (search_key ~ '^[a-z0-9 ]+$'),
  name text not null,
  code text not null,
  kind text not null check (kind in ('current', 'delegated', 'associated', 'municipal-arrondissement', 'merged')),
  commune_code text not null references territories.commune (code),
  primary key (code, kind)
);
create index commune_name_prefix on territories.commune_name (search_key);
create index commune_name_trigrams on territories.commune_name using gin (search_key gin_trgm_ops);

create table territories.commune_postal_code (
  postal_code text collate "C" not null check (postal_code ~ '^[0-9]{5}$'),
  commune_code text not null references territories.commune (code),
  primary key (postal_code, commune_code)
);

grant usage on schema territories to cairn_app;
grant select on all tables in schema territories to cairn_app;

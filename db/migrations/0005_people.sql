-- People exist once in the installation; whether and how they sign in is 0020_accounts.sql.
create schema accounts;

create table accounts.person (
  id uuid primary key,
  given_name text not null check (btrim(given_name) <> ''),
  family_name text check (btrim(family_name) <> ''),
  -- The contact address of a professional, in lower case; a way to sign in is another thing.
  email text check (email = lower(email) and email like '%_@_%'),
  phone text check (btrim(phone) <> ''),
  created_at timestamptz not null,
  closed_at timestamptz check (closed_at >= created_at)
);

grant usage on schema accounts to cairn_app;
grant select, insert, update on accounts.person to cairn_app;

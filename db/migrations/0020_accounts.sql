-- Ways to sign in, sessions, invitations. People themselves are in 0005_people.sql.
-- login, session, credential, verification, second_factor and passkey are better-auth's tables under our names; their
-- instants follow the system's clock, never the demonstration's.

create table accounts.login (
  id uuid primary key,
  name text not null,
  email text not null unique check (email = lower(email) and email like '%_@_%'),
  email_verified boolean not null,
  image text,
  two_factor_enabled boolean,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table accounts.session (
  id uuid primary key,
  -- Useless without the cookie's signature, whose key is outside the database: the only token kept in clear.
  token text not null unique,
  login_id uuid not null references accounts.login (id) on delete cascade,
  expires_at timestamptz not null,
  user_agent text,
  ip_address text check (ip_address is null or ip_address = ''),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index session_login on accounts.session (login_id);
create index session_expires on accounts.session (expires_at);

create table accounts.credential (
  id uuid primary key,
  account_id text not null,
  provider_id text not null,
  login_id uuid not null references accounts.login (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index credential_login on accounts.credential (login_id);

create table accounts.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verification_identifier on accounts.verification (identifier);
create index verification_expires on accounts.verification (expires_at);

create table accounts.second_factor (
  id uuid primary key,
  login_id uuid not null unique references accounts.login (id) on delete cascade,
  -- Both encrypted with the installation's secret.
  secret text not null,
  backup_codes text not null,
  verified boolean,
  failed_verification_count integer,
  locked_until timestamptz
);

create table accounts.passkey (
  id uuid primary key,
  name text,
  public_key text not null,
  login_id uuid not null references accounts.login (id) on delete cascade,
  credential_id text not null unique,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz
);
create index passkey_login on accounts.passkey (login_id);

-- Which person a login opens. A person may have none, or several.
create table accounts.sign_in (
  login_id uuid primary key references accounts.login (id) on delete cascade,
  person_id uuid not null references accounts.person (id),
  linked_at timestamptz not null
);
create index sign_in_person on accounts.sign_in (person_id);

-- What a session acts as. A membership without a recent second factor opens nothing.
create table accounts.acting (
  session_id uuid primary key references accounts.session (id) on delete cascade,
  space text not null check (space in ('own', 'professional')),
  membership_id uuid,
  second_factor_at timestamptz,
  second_factor_kind text check (second_factor_kind in ('totp', 'passkey', 'recovery-code', 'demonstration')),
  -- Opened by an invitation only: until then this session may set a first second factor up.
  enrolment_until timestamptz,
  remembered boolean not null,
  check ((second_factor_at is null) = (second_factor_kind is null)),
  check (membership_id is null or space = 'professional')
);

create table accounts.invitation (
  id uuid primary key,
  person_id uuid not null references accounts.person (id),
  -- `enrolment`: the second factor was lost, a coordinator opens its replacement.
  kind text not null check (kind in ('join', 'enrolment')),
  email text not null check (email = lower(email)),
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  accepted_at timestamptz,
  revoked_at timestamptz
);
-- One invitation open at a time for a person.
create unique index invitation_open on accounts.invitation (person_id) where accepted_at is null and revoked_at is null;

-- A token is minted per message sent; all those of an invitation end with it.
create table accounts.invitation_token (
  token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  invitation_id uuid not null references accounts.invitation (id) on delete cascade,
  minted_at timestamptz not null
);
create index invitation_token_invitation on accounts.invitation_token (invitation_id);

-- A message that someone asked for; the job that sends it mints its token.
create table accounts.message_request (
  id uuid primary key,
  kind text not null check (kind in ('sign-in-link', 'password-reset', 'invitation', 'password-changed', 'second-factor-changed')),
  email text not null check (email = lower(email)),
  invitation_id uuid references accounts.invitation (id) on delete cascade,
  requested_at timestamptz not null,
  sent_at timestamptz,
  check ((kind = 'invitation') = (invitation_id is not null))
);
create index message_request_email on accounts.message_request (email, kind, requested_at);

-- Tries at guessing something: a password (by the hash of an address, known or not), a code (by login).
create table accounts.attempt (
  subject text primary key,
  tries integer not null check (tries > 0),
  window_start timestamptz not null
);

-- RFC 6238 §5.2: a code that served once is refused for as long as it would still be right.
create table accounts.used_code (
  login_id uuid not null references accounts.login (id) on delete cascade,
  code_hash text not null,
  used_at timestamptz not null,
  primary key (login_id, code_hash)
);

grant select, insert, update, delete on accounts.login, accounts.session, accounts.credential, accounts.verification,
  accounts.second_factor, accounts.passkey, accounts.sign_in, accounts.acting, accounts.attempt, accounts.used_code,
  accounts.message_request to cairn_app;
grant select, insert, update, delete on accounts.invitation to cairn_app;
grant select, insert, delete on accounts.invitation_token to cairn_app;

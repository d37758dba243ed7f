import {
  bigint,
  boolean,
  integer,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { idColumn, instantColumn } from '#platform/db/columns.ts';

const accounts = pgSchema('accounts');

/** better-auth reads and writes `Date`; our own tables hold Temporal.Instant. */
const dateOf = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const person = accounts.table('person', {
  id: idColumn<'Person'>('id').primaryKey(),
  givenName: text('given_name').notNull(),
  familyName: text('family_name'),
  email: text('email'),
  phone: text('phone'),
  createdAt: instantColumn('created_at').notNull(),
  closedAt: instantColumn('closed_at'),
});

export const login = accounts.table('login', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull(),
  emailVerified: boolean('email_verified').notNull(),
  image: text('image'),
  twoFactorEnabled: boolean('two_factor_enabled'),
  createdAt: dateOf('created_at').notNull(),
  updatedAt: dateOf('updated_at').notNull(),
});

export const session = accounts.table('session', {
  id: uuid('id').primaryKey(),
  token: text('token').notNull(),
  userId: uuid('login_id').notNull(),
  expiresAt: dateOf('expires_at').notNull(),
  userAgent: text('user_agent'),
  ipAddress: text('ip_address'),
  createdAt: dateOf('created_at').notNull(),
  updatedAt: dateOf('updated_at').notNull(),
});

export const credential = accounts.table('credential', {
  id: uuid('id').primaryKey(),
  accountId: text('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  userId: uuid('login_id').notNull(),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: dateOf('access_token_expires_at'),
  refreshTokenExpiresAt: dateOf('refresh_token_expires_at'),
  scope: text('scope'),
  password: text('password'),
  createdAt: dateOf('created_at').notNull(),
  updatedAt: dateOf('updated_at').notNull(),
});

export const verification = accounts.table('verification', {
  id: text('id').primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: dateOf('expires_at').notNull(),
  createdAt: dateOf('created_at').notNull(),
  updatedAt: dateOf('updated_at').notNull(),
});

export const secondFactor = accounts.table('second_factor', {
  id: uuid('id').primaryKey(),
  userId: uuid('login_id').notNull(),
  secret: text('secret').notNull(),
  backupCodes: text('backup_codes').notNull(),
  verified: boolean('verified'),
  failedVerificationCount: integer('failed_verification_count'),
  lockedUntil: dateOf('locked_until'),
});

export const passkey = accounts.table('passkey', {
  id: uuid('id').primaryKey(),
  name: text('name'),
  publicKey: text('public_key').notNull(),
  userId: uuid('login_id').notNull(),
  credentialID: text('credential_id').notNull(),
  counter: bigint('counter', { mode: 'number' }).notNull(),
  deviceType: text('device_type').notNull(),
  backedUp: boolean('backed_up').notNull(),
  transports: text('transports'),
  aaguid: text('aaguid'),
  createdAt: dateOf('created_at'),
});

export const signIn = accounts.table('sign_in', {
  loginId: uuid('login_id').primaryKey(),
  personId: idColumn<'Person'>('person_id').notNull(),
  linkedAt: instantColumn('linked_at').notNull(),
});

export const acting = accounts.table('acting', {
  sessionId: uuid('session_id').primaryKey(),
  space: text('space', { enum: ['own', 'professional'] }).notNull(),
  membershipId: idColumn<'Membership'>('membership_id'),
  secondFactorAt: instantColumn('second_factor_at'),
  secondFactorKind: text('second_factor_kind', {
    enum: ['totp', 'passkey', 'recovery-code', 'demonstration'],
  }),
  enrolmentUntil: instantColumn('enrolment_until'),
  remembered: boolean('remembered').notNull(),
});

export const invitation = accounts.table('invitation', {
  id: idColumn<'Invitation'>('id').primaryKey(),
  personId: idColumn<'Person'>('person_id').notNull(),
  kind: text('kind', { enum: ['join', 'enrolment'] }).notNull(),
  email: text('email').notNull(),
  createdAt: instantColumn('created_at').notNull(),
  expiresAt: instantColumn('expires_at').notNull(),
  acceptedAt: instantColumn('accepted_at'),
  revokedAt: instantColumn('revoked_at'),
});

export const invitationToken = accounts.table('invitation_token', {
  tokenHash: text('token_hash').primaryKey(),
  invitationId: idColumn<'Invitation'>('invitation_id').notNull(),
  mintedAt: instantColumn('minted_at').notNull(),
});

export const messageRequest = accounts.table('message_request', {
  id: idColumn<'MessageRequest'>('id').primaryKey(),
  kind: text('kind', {
    enum: [
      'sign-in-link',
      'password-reset',
      'invitation',
      'password-changed',
      'second-factor-changed',
    ],
  }).notNull(),
  email: text('email').notNull(),
  invitationId: idColumn<'Invitation'>('invitation_id'),
  requestedAt: instantColumn('requested_at').notNull(),
  sentAt: instantColumn('sent_at'),
});

export const attempt = accounts.table('attempt', {
  subject: text('subject').primaryKey(),
  tries: integer('tries').notNull(),
  windowStart: instantColumn('window_start').notNull(),
});

export const usedCode = accounts.table(
  'used_code',
  {
    loginId: uuid('login_id').notNull(),
    codeHash: text('code_hash').notNull(),
    usedAt: instantColumn('used_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.loginId, table.codeHash] })],
);

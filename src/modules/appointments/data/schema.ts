import { boolean, integer, jsonb, pgSchema, text } from 'drizzle-orm/pg-core';
import type {
  NetworkId,
  OrganisationId,
  PersonId,
  PlaceId,
  YouthFileId,
} from '#platform/kernel/actor.ts';
import { dateColumn, idColumn, instantColumn, periodColumn } from '#platform/db/columns.ts';
import type { AppointmentMode, Block } from '../rules/calendar.ts';

/** Tables of `db/migrations/0060_appointments.sql`. */
const schema = pgSchema('appointments');

const networkId = () => idColumn<'Network'>('network_id').$type<NetworkId>().notNull();
const personId = () => idColumn<'Person'>('person_id').$type<PersonId>().notNull();
const organisationId = () =>
  idColumn<'Organisation'>('organisation_id').$type<OrganisationId>().notNull();

/** As stored: days are ISO dates, so that a row can be read without code. */
export interface StoredRecurrence {
  readonly every: 'day' | 'week' | 'month';
  readonly interval: number;
  readonly weekdays: readonly number[];
  readonly nth: readonly { readonly weekday: number; readonly n: number }[];
  readonly until: string | null;
}

export const opening = schema.table('opening', {
  id: idColumn<'Opening'>('id').primaryKey(),
  networkId: networkId(),
  organisationId: organisationId(),
  personId: personId(),
  placeId: idColumn<'Place'>('place_id').$type<PlaceId>(),
  zone: text('zone').notNull(),
  modes: text('modes').array().$type<AppointmentMode[]>().notNull(),
  firstDay: dateColumn('first_day').notNull(),
  blocks: jsonb('blocks').$type<readonly Block[]>().notNull(),
  recurrence: jsonb('recurrence').$type<StoredRecurrence>(),
  slotMinutes: integer('slot_minutes').notNull(),
  pauseMinutes: integer('pause_minutes').notNull(),
  opensOnHolidays: boolean('opens_on_holidays').notNull(),
  videoKind: text('video_kind').$type<'pattern' | 'room'>(),
  videoRoom: text('video_room'),
  fallbackPhone: text('fallback_phone'),
  phoneDirection: text('phone_direction').$type<'adviser-calls' | 'youth-calls'>(),
  phoneNumber: text('phone_number'),
  createdAt: instantColumn('created_at').notNull(),
  endedAt: instantColumn('ended_at'),
});

export const openingException = schema.table('opening_exception', {
  openingId: idColumn<'Opening'>('opening_id').notNull(),
  day: dateColumn('day').notNull(),
  kind: text('kind').$type<'skipped' | 'moved' | 'changed'>().notNull(),
  toDay: dateColumn('to_day'),
  blocks: jsonb('blocks').$type<readonly Block[]>(),
  recordedAt: instantColumn('recorded_at').notNull(),
});

export const absence = schema.table('absence', {
  id: idColumn<'Absence'>('id').primaryKey(),
  networkId: networkId(),
  personId: personId(),
  kind: text('kind').$type<'short' | 'long'>().notNull(),
  zone: text('zone').notNull(),
  firstDay: dateColumn('first_day').notNull(),
  blocks: jsonb('blocks').$type<readonly Block[]>().notNull(),
  recurrence: jsonb('recurrence').$type<StoredRecurrence>(),
  reason: text('reason'),
  createdAt: instantColumn('created_at').notNull(),
  endedAt: instantColumn('ended_at'),
});

export const appointment = schema.table('appointment', {
  id: idColumn<'Appointment'>('id').primaryKey(),
  networkId: networkId(),
  organisationId: organisationId(),
  personId: personId(),
  openingId: idColumn<'Opening'>('opening_id'),
  placeId: idColumn<'Place'>('place_id').$type<PlaceId>(),
  roomNo: integer('room_no'),
  mode: text('mode').$type<AppointmentMode>().notNull(),
  period: periodColumn('period').notNull(),
  zone: text('zone').notNull(),
  pauseMinutes: integer('pause_minutes').notNull(),
  status: text('status').$type<'on_hold' | 'booked' | 'held' | 'absent' | 'cancelled'>().notNull(),
  overbooked: boolean('overbooked').notNull().default(false),
  holdKey: text('hold_key'),
  expiresAt: instantColumn('expires_at'),
  youthFileId: idColumn<'YouthFile'>('youth_file_id').$type<YouthFileId>(),
  helpRequestId: idColumn<'HelpRequest'>('help_request_id'),
  videoUrl: text('video_url'),
  fallbackPhone: text('fallback_phone'),
  phoneDirection: text('phone_direction').$type<'adviser-calls' | 'youth-calls'>(),
  phoneNumber: text('phone_number'),
  sequence: integer('sequence').notNull().default(0),
  bookedAt: instantColumn('booked_at'),
  bookedBy: text('booked_by').$type<'youth' | 'someone-else' | 'structure'>(),
  cancelledAt: instantColumn('cancelled_at'),
  cancelledBy: text('cancelled_by').$type<'youth' | 'structure'>(),
  cancellationReason: text('cancellation_reason'),
  cancellationNote: text('cancellation_note'),
  outcomeAt: instantColumn('outcome_at'),
  outcomeNote: text('outcome_note'),
  lateMinutes: integer('late_minutes'),
  lateSaidAt: instantColumn('late_said_at'),
  createdAt: instantColumn('created_at').notNull(),
});

export const privateLink = schema.table('private_link', {
  tokenHash: text('token_hash').primaryKey(),
  id: idColumn<'PrivateLink'>('id').notNull(),
  networkId: networkId(),
  appointmentId: idColumn<'Appointment'>('appointment_id').notNull(),
  mintedAt: instantColumn('minted_at').notNull(),
});

export const calendarFeed = schema.table('calendar_feed', {
  tokenHash: text('token_hash').primaryKey(),
  personId: personId(),
  membershipId: idColumn<'Membership'>('membership_id').notNull(),
  withNames: boolean('with_names').notNull(),
  mintedAt: instantColumn('minted_at').notNull(),
  revokedAt: instantColumn('revoked_at'),
});

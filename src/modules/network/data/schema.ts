import { boolean, doublePrecision, integer, jsonb, pgSchema, text } from 'drizzle-orm/pg-core';
import { dateColumn, idColumn, instantColumn } from '#platform/db/columns.ts';
import { BOOKING_FACT_KINDS } from '../rules/booking-facts.ts';
import { LEGAL_FORMS } from '../rules/organisation.ts';
import type { NetworkSettings } from '../rules/settings.ts';
import { NETWORK_PRESETS } from '../rules/settings.ts';

const schema = pgSchema('network');

export const networkTable = schema.table('network', {
  id: idColumn<'Network'>('id').primaryKey(),
  slug: text('slug').notNull(),
  name: text('name').notNull(),
  preset: text('preset', { enum: NETWORK_PRESETS }).notNull(),
  parentId: idColumn<'Network'>('parent_id'),
  territoryKind: text('territory_kind', {
    enum: ['country', 'region', 'departement', 'epci', 'commune'],
  }).notNull(),
  territoryCode: text('territory_code').notNull(),
  controllerName: text('controller_name').notNull(),
  contactEmail: text('contact_email'),
  contactPhone: text('contact_phone'),
  wording: text('wording', { enum: ['tu', 'vous'] }).notNull(),
  colourWarm: text('colour_warm').notNull(),
  colourCool: text('colour_cool').notNull(),
  settings: jsonb('settings').$type<Partial<NetworkSettings>>().notNull(),
  createdAt: instantColumn('created_at').notNull(),
});

export const organisationTable = schema.table('organisation', {
  id: idColumn<'Organisation'>('id').primaryKey(),
  name: text('name').notNull(),
  shortName: text('short_name'),
  legalForm: text('legal_form', { enum: LEGAL_FORMS }).notNull(),
  nonProfit: boolean('non_profit').notNull(),
  siret: text('siret'),
  address: text('address'),
  communeCode: text('commune_code'),
  representativeCivility: text('representative_civility', { enum: ['madame', 'monsieur'] }),
  representativeName: text('representative_name'),
  representativeQuality: text('representative_quality'),
  phone: text('phone'),
  email: text('email'),
  website: text('website'),
  createdAt: instantColumn('created_at').notNull(),
});

export const placeTable = schema.table('place', {
  id: idColumn<'Place'>('id').primaryKey(),
  name: text('name').notNull(),
  address: text('address').notNull(),
  communeCode: text('commune_code').notNull(),
  lat: doublePrecision('lat').notNull(),
  lon: doublePrecision('lon').notNull(),
  timeZone: text('time_zone').notNull(),
  holidayCalendar: text('holiday_calendar').notNull(),
  accessNotes: text('access_notes'),
  stepFree: boolean('step_free'),
  rooms: integer('rooms').notNull(),
  phone: text('phone'),
  createdAt: instantColumn('created_at').notNull(),
});

export const placeOrganisationTable = schema.table('place_organisation', {
  id: idColumn<'PlaceOrganisation'>('id').primaryKey(),
  placeId: idColumn<'Place'>('place_id').notNull(),
  organisationId: idColumn<'Organisation'>('organisation_id').notNull(),
  from: dateColumn('from_date').notNull(),
  until: dateColumn('until_date'),
});

export const roomAttestationTable = schema.table('room_attestation', {
  id: idColumn<'RoomAttestation'>('id').primaryKey(),
  organisationId: idColumn<'Organisation'>('organisation_id').notNull(),
  placeId: idColumn<'Place'>('place_id').notNull(),
  isolatedRoom: boolean('isolated_room').notNull(),
  confidential: boolean('confidential').notNull(),
  computer: boolean('computer').notNull(),
  internet: boolean('internet').notNull(),
  webcam: boolean('webcam').notNull(),
  microphone: boolean('microphone').notNull(),
  speakers: boolean('speakers').notNull(),
  attestedBy: idColumn<'Person'>('attested_by'),
  attestedAt: instantColumn('attested_at').notNull(),
  validUntil: dateColumn('valid_until').notNull(),
});

export const affiliationTable = schema.table('affiliation', {
  id: idColumn<'Affiliation'>('id').primaryKey(),
  networkId: idColumn<'Network'>('network_id').notNull(),
  organisationId: idColumn<'Organisation'>('organisation_id').notNull(),
  kind: text('kind', { enum: ['operator', 'coordination', 'partner'] }).notNull(),
  infoJeunes: boolean('info_jeunes').notNull(),
  from: dateColumn('from_date').notNull(),
  until: dateColumn('until_date'),
});

export const membershipTable = schema.table('membership', {
  id: idColumn<'Membership'>('id').primaryKey(),
  personId: idColumn<'Person'>('person_id').notNull(),
  role: text('role', {
    enum: ['adviser', 'manager', 'referent', 'coordinator', 'administrator'],
  }).notNull(),
  networkId: idColumn<'Network'>('network_id'),
  organisationId: idColumn<'Organisation'>('organisation_id'),
  placeId: idColumn<'Place'>('place_id'),
  from: dateColumn('from_date').notNull(),
  until: dateColumn('until_date'),
  title: text('title'),
  recordedAt: instantColumn('recorded_at').notNull(),
});

export const adviserProfileTable = schema.table('adviser_profile', {
  networkId: idColumn<'Network'>('network_id').notNull(),
  personId: idColumn<'Person'>('person_id').notNull(),
  displayName: text('display_name').notNull(),
  languages: text('languages').array().notNull(),
  presentation: text('presentation'),
});

export const bookingFactTable = schema.table('booking_fact', {
  id: idColumn<'BookingFact'>('id').primaryKey(),
  networkId: idColumn<'Network'>('network_id').notNull(),
  personId: idColumn<'Person'>('person_id'),
  organisationId: idColumn<'Organisation'>('organisation_id'),
  kind: text('kind', { enum: BOOKING_FACT_KINDS }).notNull(),
  date: dateColumn('date'),
  note: text('note'),
  recordedBy: idColumn<'Person'>('recorded_by'),
  recordedAt: instantColumn('recorded_at').notNull(),
  supersedes: idColumn<'BookingFact'>('supersedes'),
});

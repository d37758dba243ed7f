import { jsonb, pgSchema, text } from 'drizzle-orm/pg-core';
import { dateColumn, idColumn, instantColumn } from '#platform/db/columns.ts';
import type { ExchangeFacts } from '../rules/help-request.ts';

const schema = pgSchema('accompaniment');

export const youthFileTable = schema.table('youth_file', {
  id: idColumn<'YouthFile'>('id').primaryKey(),
  networkId: idColumn<'Network'>('network_id').notNull(),
  firstName: text('first_name').notNull(),
  birthDate: dateColumn('birth_date').notNull(),
  communeCode: text('commune_code'),
  accessNeeds: text('access_needs'),
  personId: idColumn<'Person'>('person_id'),
  claimedAt: instantColumn('claimed_at'),
  guardianName: text('guardian_name'),
  guardianContact: text('guardian_contact'),
  guardianAgreedAt: instantColumn('guardian_agreed_at'),
  createdAt: instantColumn('created_at').notNull(),
  anonymisedAt: instantColumn('anonymised_at'),
});

export const youthContactTable = schema.table('youth_contact', {
  id: idColumn<'YouthContact'>('id').primaryKey(),
  networkId: idColumn<'Network'>('network_id').notNull(),
  youthFileId: idColumn<'YouthFile'>('youth_file_id').notNull(),
  channel: text('channel', { enum: ['email', 'phone'] }).notNull(),
  value: text('value').notNull(),
  origin: text('origin', { enum: ['opening', 'professional', 'unproven'] }).notNull(),
  addedAt: instantColumn('added_at').notNull(),
  verifiedAt: instantColumn('verified_at'),
});

export const helpRequestTable = schema.table('help_request', {
  id: idColumn<'HelpRequest'>('id').primaryKey(),
  networkId: idColumn<'Network'>('network_id').notNull(),
  youthFileId: idColumn<'YouthFile'>('youth_file_id').notNull(),
  openedAt: instantColumn('opened_at').notNull(),
  origin: text('origin').notNull(),
  subject: text('subject'),
  status: text('status', { enum: ['open', 'closed'] }).notNull(),
  closedAt: instantColumn('closed_at'),
});

export const exchangeTable = schema.table('exchange', {
  id: idColumn<'Exchange'>('id').primaryKey(),
  networkId: idColumn<'Network'>('network_id').notNull(),
  helpRequestId: idColumn<'HelpRequest'>('help_request_id').notNull(),
  kind: text('kind').notNull(),
  ownerModule: text('owner_module').notNull(),
  ownerId: text('owner_id').notNull(),
  at: instantColumn('at').notNull(),
  summaryCode: text('summary_code').notNull(),
  facts: jsonb('facts').$type<ExchangeFacts>().notNull(),
  writtenAt: instantColumn('written_at').notNull(),
});

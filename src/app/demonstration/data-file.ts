import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { readBlocks, readDays, readModes } from './hours.ts';

const DATA_FILE = 'data/demonstration/so-mobilite.json';

const text = z.string().trim().min(1);
const place = z.object({
  key: text,
  name: text,
  communeCode: text,
  address: text,
  rooms: z.number().int().positive(),
  phone: text,
  accessNotes: text.nullable(),
  stepFree: z.boolean(),
});
const opening = z.object({
  days: text.transform(readDays),
  blocks: text.transform(readBlocks),
  modes: z.array(text).transform(readModes),
  everyWeeks: z.number().int().default(1),
  pauseMinutes: z.number().int().default(0),
  slotMinutes: z.number().int().default(60),
  /** Key of the place; by default the adviser's. */
  at: text.optional(),
  videoRoom: text.optional(),
});
const absence = z.object({
  kind: z.enum(['short', 'long']),
  /** Days from the loading, both included. */
  fromDays: z.number().int(),
  untilDays: z.number().int(),
  reason: text,
  /** Declared once people have booked: there is something to settle. */
  overInterviews: z.boolean().default(false),
});
const adviser = z.object({
  givenName: text,
  familyName: text,
  languages: z.array(text),
  presentation: text.optional(),
  /** Key of the place; by default the structure's first. */
  at: text.optional(),
  trained: z.boolean().default(true),
  absences: z.array(absence).default([]),
  openings: z.array(opening),
});
const structure = z.object({
  key: text,
  name: text,
  shortName: text,
  legalForm: z.enum(['association-1901', 'collectivite']),
  infoJeunes: z.boolean(),
  kind: z.enum(['operator', 'coordination']).default('operator'),
  representative: z.object({ civility: z.enum(['madame', 'monsieur']), name: text, quality: text }),
  places: z.array(place).min(1),
  /** Keys of places of others where it receives too. */
  alsoAt: z.array(text).default([]),
  managers: z.array(text).default([]),
  agreementEndsInDays: z.number().int().optional(),
  advisers: z.array(adviser),
});
const file = z.object({
  /** Those worth meeting first, and why. */
  stories: z.array(z.object({ who: text, story: text })),
  roles: z.object({
    administrator: z.object({ givenName: text, familyName: text }),
    coordinators: z.array(z.object({ who: text })),
    referents: z.array(z.object({ who: text, place: text, title: text })),
  }),
  communes: z.record(z.string(), z.array(text)),
  youth: z.object({
    firstNames: z.array(text).min(1),
    projects: z.array(text).min(1),
    accessNeeds: z.array(text).min(1),
  }),
  structures: z.array(structure),
});

export type DemonstrationData = z.output<typeof file>;
export type StructureData = DemonstrationData['structures'][number];
export type AdviserData = StructureData['advisers'][number];
export type OpeningData = AdviserData['openings'][number];
export type PlaceData = StructureData['places'][number];

/** The demonstration as its file says it. Throws when the file is wrong: it is ours. */
export async function readDemonstrationData(): Promise<DemonstrationData> {
  return file.parse(JSON.parse(await readFile(DATA_FILE, 'utf8')));
}

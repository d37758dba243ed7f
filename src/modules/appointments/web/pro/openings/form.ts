import { dateOfEpochDay } from '#platform/kernel/time.ts';
import type { EpochDay } from '#platform/kernel/time.ts';
import { oneValue, valuesOf } from '#platform/http/forms.ts';
import type { FormErrors, FormReading, FormValues } from '#platform/http/forms.ts';
import { normalisePhone } from '#modules/accompaniment/pure.ts';
import type { AppointmentMode, Recurrence } from '../../../rules/calendar.ts';
import type { OpeningInput } from '../../../use-cases/check-opening.ts';
import type { OpenedCalendar } from '../../../use-cases/open-calendar.ts';
import { formatPhone } from '#ui/format.ts';
import { MODE_WORDS } from '../../paths.ts';
import { firstComing, readRecurrence, recurrenceValues } from '../recurrence-form.ts';
import { blockValues, readAmong, readBlocks, readDay, readOneOf, readWhole } from '../typed.ts';
import type { Typed } from '../typed.ts';
import { MODE_ORDER } from './words.ts';
import type { Opening } from './words.ts';

/** Bounds of the database, both included, in minutes. */
export const SLOT_MINUTES = [10, 480] as const;
export const PAUSE_MINUTES = [0, 240] as const;

export const VIDEO_KINDS = { reseau: 'pattern', salle: 'room' } as const;
export const PHONE_DIRECTIONS = { conseiller: 'adviser-calls', jeune: 'youth-calls' } as const;

export interface OpeningFormContext {
  readonly calendar: OpenedCalendar;
  /** What an opening being changed does now. */
  readonly saved: Opening | null;
}

/** Reads the whole form: every fault at once, each beside its field. What the rules refuse is said after, by the verb. */
export function readOpeningForm(
  body: unknown,
  context: OpeningFormContext,
): FormReading<OpeningInput> {
  const values = valuesOf(body);
  const errors: Record<string, string> = {};
  const typed: Typed = {
    values,
    wrong: (field, message) => {
      errors[field] ??= message;
    },
  };
  const firstDay = readFirstDay(typed);
  const recurrence = readRecurrence(typed, { firstDay, saved: context.saved?.recurrence ?? null });
  const parts = {
    blocks: readBlocks(typed),
    ...readLengths(typed),
    ...readWhere(typed, context),
    ...readHow(typed),
    opensOnHolidays: oneValue(values, 'feries') === 'oui',
    personId: context.calendar.personId,
  };
  return reading({ values, errors, firstDay, recurrence, parts });
}

interface Read {
  readonly values: FormValues;
  readonly errors: FormErrors;
  readonly firstDay: EpochDay | null;
  readonly recurrence: Recurrence | null | undefined;
  readonly parts: Omit<OpeningInput, 'firstDay' | 'recurrence' | 'organisationId'> & {
    readonly organisationId: OpeningInput['organisationId'] | null;
  };
}

function reading({ values, errors, firstDay, recurrence, parts }: Read): FormReading<OpeningInput> {
  const { organisationId } = parts;
  const isWrong = Object.keys(errors).length > 0;
  if (isWrong || firstDay === null || recurrence === undefined || organisationId === null) {
    return { ok: false, values, errors };
  }
  const first = firstComing(firstDay, recurrence);
  return { ok: true, values, value: { ...parts, organisationId, firstDay: first, recurrence } };
}

function readFirstDay({ values, wrong }: Typed): EpochDay | null {
  const text = oneValue(values, 'du').trim();
  const day = readDay(text);
  if (text === '') wrong('du', 'Il manque le jour.');
  else if (day === null) wrong('du', 'Cette date n’existe pas. Exemple : 24/11/2026.');
  return day;
}

function readLengths({ values, wrong }: Typed) {
  const slotMinutes = readWhole(oneValue(values, 'duree'), SLOT_MINUTES);
  const pauseMinutes = readWhole(oneValue(values, 'pause') || '0', PAUSE_MINUTES);
  if (slotMinutes === null) wrong('duree', 'Écrivez une durée entre 10 et 480 minutes.');
  if (pauseMinutes === null) wrong('pause', 'Écrivez une pause entre 0 et 240 minutes.');
  return { slotMinutes: slotMinutes ?? 60, pauseMinutes: pauseMinutes ?? 0 };
}

/** The structure, and one of its places: never another's, whatever is posted. */
function readWhere(typed: Typed, { calendar }: OpeningFormContext) {
  const structure = readStructure(typed, calendar);
  const places = structure ? structure.places : [];
  const chosen = oneValue(typed.values, 'lieu');
  const place = places.find((one) => one.id === chosen);
  if (structure && !place && chosen !== '') {
    typed.wrong('lieu', 'Ce lieu n’est pas un lieu de cette structure.');
  }
  // At a distance, hours are those of the structure's own clock.
  const clockOf = place ?? places[0];
  const zone = clockOf ? clockOf.timeZone : calendar.zone;
  const organisationId = structure ? structure.organisationId : null;
  return { organisationId, placeId: place ? place.id : null, zone };
}

function readStructure({ values, wrong }: Typed, { structures }: OpenedCalendar) {
  const chosen = oneValue(values, 'structure');
  const only = structures.length === 1 ? structures[0] : undefined;
  const structure = only ?? structures.find((one) => one.organisationId === chosen);
  if (!structure) wrong('structure', 'Choisissez la structure pour laquelle ces heures comptent.');
  return structure;
}

function readHow(typed: Typed) {
  const words = MODE_ORDER.map((mode) => MODE_WORDS[mode]);
  const ticked = readAmong(typed.values, 'modes', words);
  const modes: AppointmentMode[] = MODE_ORDER.filter((mode) => ticked.includes(MODE_WORDS[mode]));
  return { modes, ...readVideo(typed, modes), ...readPhone(typed, modes) };
}

function readVideo({ values, wrong }: Typed, modes: readonly AppointmentMode[]) {
  const none = { videoKind: null, videoRoom: null, fallbackPhone: null };
  if (!modes.includes('video')) return none;
  const kind = readOneOf(values, 'visio', ['reseau', 'salle']);
  const room = oneValue(values, 'salle').trim();
  if (kind === 'salle' && !isRoomAddress(room)) {
    wrong('salle', 'L’adresse de la salle commence par https:// et ne contient pas d’espace.');
  }
  const fallbackPhone = readPhoneNumber({ values, wrong }, 'secours');
  return {
    videoKind: kind && VIDEO_KINDS[kind],
    videoRoom: kind === 'salle' ? room : null,
    fallbackPhone,
  };
}

function isRoomAddress(text: string): boolean {
  return text.length <= 500 && /^https:\/\/[^\s/]+\.[^\s]+$/.test(text) && URL.canParse(text);
}

function readPhone(typed: Typed, modes: readonly AppointmentMode[]) {
  if (!modes.includes('phone')) return { phoneDirection: null, phoneNumber: null };
  const who = readOneOf(typed.values, 'qui-appelle', ['conseiller', 'jeune']);
  return {
    phoneDirection: who && PHONE_DIRECTIONS[who],
    phoneNumber: who === 'jeune' ? readPhoneNumber(typed, 'numero') : null,
  };
}

/** Null when empty: whether it is needed is the rule's to say. */
function readPhoneNumber({ values, wrong }: Typed, field: string): string | null {
  const text = oneValue(values, field).trim();
  if (text === '') return null;
  const phone = normalisePhone(text);
  if (!phone) wrong(field, 'Ce numéro n’a pas la bonne forme. Exemple : 05 55 12 34 56.');
  return phone;
}

/** What a new opening's form starts with: the structure's first place, the network's length of slot. */
export function emptyOpening({ calendar }: Pick<OpeningFormContext, 'calendar'>): FormValues {
  const { network, structures, today } = calendar;
  return {
    repetition: 'semaines',
    du: today.toString(),
    structure: structures[0]?.organisationId ?? '',
    lieu: structures[0]?.places[0]?.id ?? '',
    modes: [MODE_WORDS['in-person']],
    duree: String(network.settings.slotMinutes),
    pause: '0',
    toutes: '1',
    'tous-les-mois': '1',
    visio: network.settings.videoPattern ? 'reseau' : 'salle',
    secours: formatPhone(structures[0]?.places[0]?.phone ?? ''),
    'qui-appelle': 'conseiller',
  };
}

/** A saved opening back in its fields, every one of them. `from`: the day from which the changes hold. */
export function openingValues(opening: Opening, from: EpochDay): FormValues {
  return {
    toutes: '1',
    'tous-les-mois': '1',
    ...recurrenceValues(opening.recurrence),
    ...blockValues(opening.blocks),
    du: dateOfEpochDay(from).toString(),
    structure: opening.organisationId,
    lieu: opening.placeId ?? '',
    modes: opening.modes.map((mode) => MODE_WORDS[mode]),
    duree: String(opening.slotMinutes),
    pause: String(opening.pauseMinutes),
    ...(opening.opensOnHolidays ? { feries: 'oui' } : {}),
    ...(opening.videoKind ? { visio: opening.videoKind === 'room' ? 'salle' : 'reseau' } : {}),
    salle: opening.videoRoom ?? '',
    secours: formatPhone(opening.fallbackPhone ?? ''),
    ...(opening.phoneDirection
      ? { 'qui-appelle': opening.phoneDirection === 'youth-calls' ? 'jeune' : 'conseiller' }
      : {}),
    numero: formatPhone(opening.phoneNumber ?? ''),
  };
}

import { formatDay, formatTime } from '#ui/format.ts';
import type { IconName } from '#ui/icon.tsx';
import type { AppointmentMode } from '../rules/calendar.ts';
import type { SlotRefusal } from '../rules/slot-decision.ts';

export const modeLabels: Readonly<Record<AppointmentMode, string>> = {
  'in-person': 'Sur place',
  video: 'En visio',
  phone: 'Par téléphone',
};

export const modeIcons: Readonly<Record<AppointmentMode, IconName>> = {
  'in-person': 'place',
  video: 'video',
  phone: 'phone',
};

/** Why a slot is no longer to be had, and what to do next; for the public, who need not know whose diary says so. */
export const slotRefusals: Readonly<Record<SlotRefusal, string>> = {
  'in-the-past': 'Ce créneau est déjà passé.',
  'notice-too-short':
    'Ce créneau est trop proche : il faut laisser un peu de temps pour préparer l’entretien.',
  'beyond-furthest': 'Ce créneau est trop loin pour être réservé maintenant.',
  'not-bookable-then': 'Ce créneau n’est plus proposé.',
  'public-holiday': 'Ce jour-là est férié.',
  absence: 'Ce créneau n’est plus proposé.',
  busy: 'Ce créneau vient d’être pris.',
  pause: 'Ce créneau vient d’être pris.',
  'no-room-free': 'Ce créneau vient d’être pris.',
  'mode-not-offered': 'Ce créneau n’est plus proposé de cette façon.',
  'occurrence-skipped': 'Ce créneau n’est plus proposé.',
  'occurrence-moved': 'Ce créneau n’est plus proposé.',
  'occurrence-changed': 'Ce créneau n’est plus proposé.',
  'does-not-fit': 'Ce créneau n’est plus proposé.',
  'off-grid': 'Ce créneau n’est plus proposé.',
  'no-opening': 'Ce créneau n’est plus proposé.',
};

/** The local time that a clock shows there. */
export function zonedAt(ms: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
}

/** « lundi 3 mai à 9 h » */
export function whenOf(ms: number, zone: string): string {
  const at = zonedAt(ms, zone);
  return `${formatDay(at)} à ${formatTime(at)}`;
}

/** Chooses the wording of a network: how young people are addressed is its own. */
export function addressed(wording: 'tu' | 'vous'): (informal: string, formal: string) => string {
  return (informal, formal) => (wording === 'tu' ? informal : formal);
}

/** Languages spoken, in French, the one everyone speaks left out. */
export function languagesOf(tags: readonly string[]): string {
  const names = new Intl.DisplayNames('fr', { type: 'language' });
  return tags
    .filter((tag) => tag !== 'fr')
    .map((tag) => names.of(tag) ?? tag)
    .join(', ');
}

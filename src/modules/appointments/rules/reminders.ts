import { HOUR_MS } from '#platform/kernel/time.ts';
import type { EpochMs } from '#platform/kernel/time.ts';
import type { ZoneClock } from './zone-clock.ts';

export type ReminderKind = 'two-days' | 'three-hours';

export interface PlannedReminder {
  readonly kind: ReminderKind;
  readonly at: EpochMs;
}

/** Wall minutes of the place: nothing leaves from 22:00 to 08:00, save what was just asked (issue §6). */
const QUIET_FROM = 22 * 60;
const QUIET_UNTIL = 8 * 60;
const EVENING_BEFORE = 21 * 60 + 45;

/**
 * When to remind of an appointment: 48 h and 3 h before, in the quiet hours of the place at 21:45 the evening before instead. The second one is
 * dropped when the first leaves (or left: `twoDaysLeftAt`) within 24 hours of it. Nothing in the past: call again after each move.
 */
export function planReminders(
  appointment: { readonly start: EpochMs; readonly twoDaysLeftAt?: EpochMs },
  clock: ZoneClock,
  now: EpochMs,
): PlannedReminder[] {
  const planned: PlannedReminder[] = [];
  const twoDays = beforeQuietHours(appointment.start - 48 * HOUR_MS, clock);
  const threeHours = beforeQuietHours(appointment.start - 3 * HOUR_MS, clock);
  const isStillToLeave = appointment.twoDaysLeftAt === undefined && twoDays >= now;
  if (isStillToLeave) planned.push({ kind: 'two-days', at: twoDays });
  const twoDaysAt = appointment.twoDaysLeftAt ?? (isStillToLeave ? twoDays : -Infinity);
  const isTooClose = threeHours - twoDaysAt <= 24 * HOUR_MS;
  if (threeHours >= now && !isTooClose) planned.push({ kind: 'three-hours', at: threeHours });
  return planned;
}

export function isQuietHour(at: EpochMs, clock: ZoneClock): boolean {
  return quietNightOf(at, clock) !== null;
}

/** That instant, or 21:45 on the evening before the quiet hours that hold it. */
export function beforeQuietHours(at: EpochMs, clock: ZoneClock): EpochMs {
  const evening = quietNightOf(at, clock);
  return evening === null ? at : clock.instantOf(evening, EVENING_BEFORE);
}

/** That instant, or 08:00 when the quiet hours that hold it end: for messages that nobody has just asked for. */
export function afterQuietHours(at: EpochMs, clock: ZoneClock): EpochMs {
  const evening = quietNightOf(at, clock);
  return evening === null ? at : clock.instantOf(evening + 1, QUIET_UNTIL);
}

/** The local day on whose evening the quiet hours holding `at` began; null outside them. */
function quietNightOf(at: EpochMs, clock: ZoneClock): number | null {
  const day = clock.dayOf(at);
  if (at < clock.instantOf(day, QUIET_UNTIL)) return day - 1;
  return at >= clock.instantOf(day, QUIET_FROM) ? day : null;
}

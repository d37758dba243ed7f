import { DAY_MS, HOUR_MS } from '#platform/kernel/time.ts';
import type { EpochMs } from '#platform/kernel/time.ts';
import type { Question } from './calendar.ts';

/** What the rules of a network say about booking by the public. */
export interface PublicBookingSettings {
  readonly minimumNoticeHours: number;
  readonly furthestDays: number;
}

/** All that the public may book now: from the minimum notice on (X-01 a), up to the furthest local day, included. */
export function publicQuestion(settings: PublicBookingSettings, now: EpochMs): Question {
  const furthestDay = Math.floor(now / DAY_MS) + settings.furthestDays;
  return {
    now,
    from: now + settings.minimumNoticeHours * HOUR_MS,
    // The furthest day ends at most 12 hours after midnight UTC, whatever the zone; the bound itself is the day's.
    to: (furthestDay + 2) * DAY_MS,
    audience: 'public',
    minimumNoticeMinutes: settings.minimumNoticeHours * 60,
    furthest: { kind: 'day', day: furthestDay },
  };
}

/** What a professional may book: no notice, no furthest day but that of the view. */
export function staffQuestion(
  now: EpochMs,
  window: { readonly from: EpochMs; readonly to: EpochMs },
): Question {
  return { now, ...window, audience: 'staff', minimumNoticeMinutes: 0, furthest: null };
}

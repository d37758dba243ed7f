import type { Ctx } from '#platform/context.ts';
import { DAY_MS, epochDayOf } from '#platform/kernel/time.ts';
import type { EpochMs, WallMinute } from '#platform/kernel/time.ts';
import { whyNotBookable } from '../rules/bookability.ts';
import type { BookabilityGap } from '../rules/bookability.ts';
import type { AppointmentMode } from '../rules/calendar.ts';
import { explainTime } from '../rules/explain.ts';
import type { WhyNot } from '../rules/explain.ts';
import { publicQuestion } from '../rules/public-question.ts';
import { listSlots } from '../rules/search.ts';
import { bookabilityOf } from './bookability-facts.ts';
import { clocks } from './clocks.ts';
import type { OpenedCalendar } from './open-calendar.ts';
import { readInterviews } from './read-interviews.ts';
import type { CalendarInterview } from './read-interviews.ts';
import { readSupply } from './read-supply.ts';

/** Why the public is not offered a time; `reasons` empty: they are, in these modes. */
export interface WhyNotAnswer {
  readonly start: EpochMs;
  readonly reasons: readonly WhyNot[];
  readonly modes: readonly AppointmentMode[];
  /** What is missing on that day, when `not-bookable-then` is among the reasons. */
  readonly gaps: readonly BookabilityGap[];
  /** The interviews of that day that the actor may see, to name the one in the way. */
  readonly interviews: readonly CalendarInterview[];
}

/** Puts the public's own question about one local time to the engine, and tells every reason of its answer. */
export async function askWhyNot(
  ctx: Ctx,
  calendar: OpenedCalendar,
  asked: { readonly date: Temporal.PlainDate; readonly minute: WallMinute },
): Promise<WhyNotAnswer> {
  const { networkId, personId, network, zone } = calendar;
  const day = epochDayOf(asked.date);
  const start = clocks(zone).instantOf(day, asked.minute);
  const now = ctx.now().epochMilliseconds;
  const window = { start: start - 2 * DAY_MS, end: start + 2 * DAY_MS };
  const read = await ctx.db.inInstallation((tx) =>
    readSupply(tx, { networkId, now, window, personIds: [personId] }),
  );
  const question = publicQuestion(network.settings, now);
  const reasons = explainTime(read.supply, question, { adviserId: personId, start });
  const slots =
    reasons.length > 0 ? [] : listSlots(read.supply, { ...question, from: start, to: start + 1 });
  const gaps = read.advisers.flatMap((one) => whyNotBookable(bookabilityOf(one.facts), day));
  const interviews = await readInterviews(ctx, calendar, { window, statuses: ['booked', 'held'] });
  return {
    ...{ start, reasons, interviews },
    modes: [...new Set(slots.flatMap((slot) => slot.modes))],
    gaps: [...new Set(gaps)],
  };
}

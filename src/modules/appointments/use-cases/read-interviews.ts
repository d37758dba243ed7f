import type { Ctx } from '#platform/context.ts';
import { DAY_MS } from '#platform/kernel/time.ts';
import type { Interval } from '#platform/kernel/time.ts';
import { listYouthFiles } from '#modules/accompaniment/index.ts';
import type { Appointment } from '../data/appointments.ts';
import { listAdviserInterviews } from '../data/adviser-interviews.ts';
import { listOpenings } from '../data/openings.ts';
import type { AbsenceTerms } from '../rules/absence.ts';
import { absenceSeries } from '../rules/absence.ts';
import { seesPart } from '../rules/calendar-access.ts';
import { isInside } from '../rules/opening-life.ts';
import { occurrencesIn } from '../rules/series.ts';
import { clocks } from './clocks.ts';
import { seriesOf } from './engine-opening.ts';
import type { OpenedCalendar } from './open-calendar.ts';

/** An interview as a calendar shows it. */
export interface CalendarInterview {
  readonly appointment: Appointment;
  readonly firstName: string;
}

/** How far ahead interviews are looked for: the furthest that a network may open is 400 days. */
const AHEAD_MS = 800 * DAY_MS;

/** The interviews of a calendar that the actor may see, in order of time. */
export async function readInterviews(
  ctx: Ctx,
  calendar: OpenedCalendar,
  wanted: { readonly window: Interval; readonly statuses: readonly Appointment['status'][] },
): Promise<readonly CalendarInterview[]> {
  const { networkId, personId } = calendar;
  return ctx.db.inNetwork(networkId, async (tx) => {
    const all = await listAdviserInterviews(tx, { networkId, personId, ...wanted });
    const seen = all.filter((one) => seesPart(ctx.actor, calendar, one));
    const ids = seen.flatMap((one) => (one.youthFileId ? [one.youthFileId] : []));
    const files = await listYouthFiles(tx, { networkId, ids: [...new Set(ids)] });
    const names = new Map(files.map((file) => [file.id, file.firstName]));
    return seen.map((appointment) => ({
      appointment,
      firstName: (appointment.youthFileId && names.get(appointment.youthFileId)) ?? '',
    }));
  });
}

/** Interviews to come, from now on. */
export function readComing(
  ctx: Ctx,
  calendar: OpenedCalendar,
): Promise<readonly CalendarInterview[]> {
  const now = ctx.now().epochMilliseconds;
  const window = { start: now, end: now + AHEAD_MS };
  return readInterviews(ctx, calendar, { window, statuses: ['booked'] });
}

/**
 * Interviews to come, booked in an opening, that fall in none any more because it was changed, skipped or ended: they are
 * kept, and the adviser is told. Those set by hand outside the openings are as they were wanted.
 */
export async function readStrayInterviews(
  ctx: Ctx,
  calendar: OpenedCalendar,
): Promise<readonly CalendarInterview[]> {
  const { networkId, personId } = calendar;
  const openings = await ctx.db.inInstallation((tx) =>
    listOpenings(tx, { networkId, personIds: [personId] }),
  );
  const series = openings.map((one) => ({ series: seriesOf(one), zone: one.zone }));
  const coming = await readComing(ctx, calendar);
  return coming.filter(
    ({ appointment }) =>
      appointment.openingId !== null && !isInside(series, appointment.period, clocks),
  );
}

/** Interviews to come on which an absence falls. */
export async function readTouchedInterviews(
  ctx: Ctx,
  calendar: OpenedCalendar,
  absence: AbsenceTerms & { readonly zone: string },
): Promise<readonly CalendarInterview[]> {
  const coming = await readComing(ctx, calendar);
  const series = absenceSeries(absence);
  return coming.filter(
    ({ appointment }) => occurrencesIn(series, clocks(absence.zone), appointment.period).length > 0,
  );
}

import { hashToken } from '#platform/chance.ts';
import { calendarText } from '#platform/calendar/ics.ts';
import type { CalendarEntry } from '#platform/calendar/ics.ts';
import type { Ctx } from '#platform/context.ts';
import { DAY_MS } from '#platform/kernel/time.ts';
import { listPeople } from '#modules/accounts/index.ts';
import { findMembership, findNetwork, listPlaces } from '#modules/network/index.ts';
import type { Network, PlaceWithOrganisations } from '#modules/network/index.ts';
import { membershipHolds } from '#modules/network/pure.ts';
import { findFeed } from '../data/calendar-feeds.ts';
import { listInterviewRows } from '../data/interviews.query.ts';
import { linesOf } from './list-interviews.ts';
import type { InterviewLine } from './list-interviews.ts';

/** What a calendar keeps: a month back, half a year ahead. */
const DAYS_BACK = 31;
const DAYS_AHEAD = 183;
const MOST_ENTRIES = 1000;

interface OpenedFeed {
  readonly network: Network;
  readonly personId: InterviewLine['appointment']['personId'];
  readonly withNames: boolean;
}

/** The iCalendar text that a secret address opens; null once revoked, the role ended, or the account closed. */
export async function readCalendarFeed(ctx: Ctx, token: string): Promise<string | null> {
  const feed = await openFeed(ctx, token);
  if (!feed) return null;
  const { network, personId, withNames } = feed;
  const now = ctx.now().epochMilliseconds;
  const { lines, places } = await ctx.db.inNetwork(network.id, async (tx) => {
    const rows = await listInterviewRows(tx, {
      reach: { networkId: network.id, personId },
      filter: {
        from: now - DAYS_BACK * DAY_MS,
        to: now + DAYS_AHEAD * DAY_MS,
        states: ['to-come', 'to-record', 'held'],
        now,
      },
      page: { order: 'oldest-first', offset: 0, limit: MOST_ENTRIES },
    });
    const organisationIds = [...new Set(rows.map((row) => row.organisationId))];
    return {
      lines: await linesOf(tx, rows),
      places: await listPlaces(tx, {
        organisationIds,
        from: Temporal.PlainDate.from('1970-01-01'),
      }),
    };
  });
  const entries = lines.map((line) => entryOf(ctx, line, { network, places, withNames }));
  return calendarText({ method: 'PUBLISH', name: `Rendez-vous ${network.name}`, entries });
}

async function openFeed(ctx: Ctx, token: string): Promise<OpenedFeed | null> {
  return ctx.db.inInstallation(async (tx) => {
    const feed = await findFeed(tx, hashToken(token));
    const membership = feed && (await findMembership(tx, feed.membershipId));
    if (
      !membership ||
      !membershipHolds(membership, ctx.now()) ||
      !('networkId' in membership.scope)
    )
      return null;
    const [person] = await listPeople(tx, [feed.personId]);
    const network = await findNetwork(tx, membership.scope.networkId);
    if (!person || person.closedAt || !network) return null;
    return { network, personId: feed.personId, withNames: feed.withNames };
  });
}

interface EntryContext {
  readonly network: Network;
  readonly places: readonly PlaceWithOrganisations[];
  readonly withNames: boolean;
}

/** No name unless the adviser asked for it, and never what it is about: a calendar is shown to many. */
function entryOf(
  ctx: Ctx,
  line: InterviewLine,
  { network, places, withNames }: EntryContext,
): CalendarEntry {
  const { appointment } = line;
  const place = places.find((one) => one.id === appointment.placeId);
  const how = {
    'in-person': 'Sur place',
    video: `Visio : ${appointment.videoUrl ?? ''}`,
    phone: 'Par téléphone',
  };
  return {
    uid: `${appointment.id}@cairn`,
    sequence: appointment.sequence,
    status: 'confirmed',
    period: appointment.period,
    zone: appointment.zone,
    summary: withNames ? `Rendez-vous avec ${line.youthName}` : `Rendez-vous ${network.name}`,
    location: place ? `${place.name}, ${place.address}` : null,
    description: how[appointment.mode],
    url: `${ctx.baseUrl}/pro/rendez-vous/${appointment.id}`,
    organiser: {
      name: network.name,
      email: network.contactEmail ?? 'ne-pas-repondre@cairn.example',
    },
    attendee: null,
    stamp: ctx.now(),
  };
}

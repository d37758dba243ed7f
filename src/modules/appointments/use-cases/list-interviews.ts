import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';
import { listYouthFiles } from '#modules/accompaniment/index.ts';
import { listAdviserProfiles, listOrganisations, listPlaces } from '#modules/network/index.ts';
import type { Appointment } from '../data/appointments.ts';
import { countInterviewRows, listInterviewRows } from '../data/interviews.query.ts';
import type { InterviewFilter, InterviewPage } from '../data/interviews.query.ts';
import { reachOf } from '../rules/interview-access.ts';

/** One line of a list of interviews. */
export interface InterviewLine {
  readonly appointment: Appointment;
  /** First name or pseudonym. */
  readonly youthName: string;
  readonly adviserName: string;
  readonly organisationName: string;
  readonly placeName: string | null;
}

export interface InterviewList {
  readonly lines: readonly InterviewLine[];
  readonly total: number;
}

export interface InterviewsAsked {
  readonly filter: Omit<InterviewFilter, 'now'>;
  readonly page: InterviewPage;
}

/** The interviews that whoever acts may see, a page of them, and how many there are. Nothing for who sees none. */
export async function listInterviews(ctx: Ctx, asked: InterviewsAsked): Promise<InterviewList> {
  const reach = reachOf(ctx.actor);
  if (!reach) return { lines: [], total: 0 };
  const filter = { ...asked.filter, now: ctx.now().epochMilliseconds };
  return ctx.db.inNetwork(reach.networkId, async (tx) => {
    const rows = await listInterviewRows(tx, { reach, filter, page: asked.page });
    const total = await countInterviewRows(tx, { reach, filter });
    return { lines: await linesOf(tx, rows), total };
  });
}

/** Rows of one network with the names that a screen shows, four reads whatever their number. */
export async function linesOf(
  tx: Tx,
  rows: readonly Appointment[],
): Promise<readonly InterviewLine[]> {
  const [first] = rows;
  if (!first) return [];
  const { networkId } = first;
  const files = await listYouthFiles(tx, {
    networkId,
    ids: unique(rows.flatMap((row) => row.youthFileId ?? [])),
  });
  const profiles = await listAdviserProfiles(tx, {
    networkId,
    personIds: unique(rows.map((row) => row.personId)),
  });
  const organisationIds = unique(rows.map((row) => row.organisationId));
  const organisations = await listOrganisations(tx, organisationIds);
  // A place left since is still the place of an interview held there.
  const places = await listPlaces(tx, {
    organisationIds,
    from: Temporal.PlainDate.from('1970-01-01'),
  });
  const nameOf = {
    youth: new Map(files.map((one) => [one.id, one.firstName])),
    adviser: new Map(profiles.map((one) => [one.personId, one.displayName])),
    organisation: new Map(organisations.map((one) => [one.id, one.shortName ?? one.name])),
    place: new Map(places.map((one) => [one.id, one.name])),
  };
  return rows.map((row) => ({
    appointment: row,
    youthName: (row.youthFileId && nameOf.youth.get(row.youthFileId)) ?? '',
    adviserName: nameOf.adviser.get(row.personId) ?? '',
    organisationName: nameOf.organisation.get(row.organisationId) ?? '',
    placeName: (row.placeId && nameOf.place.get(row.placeId)) ?? null,
  }));
}

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}

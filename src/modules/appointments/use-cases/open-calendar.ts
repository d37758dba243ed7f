import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';
import type { NetworkId, OrganisationId, PersonId, PlaceId } from '#platform/kernel/actor.ts';
import { localDateAt } from '#platform/kernel/time.ts';
import {
  findNetwork,
  listAdviserProfiles,
  listMemberships,
  listNetworkMemberships,
  listPlaces,
} from '#modules/network/index.ts';
import type { NamedMembership, Network, Place } from '#modules/network/index.ts';
import { membershipHolds } from '#modules/network/pure.ts';
import { calendarAccess, seesPart } from '../rules/calendar-access.ts';
import type { CalendarTarget, Seat } from '../rules/calendar-access.ts';

/** A structure for which the adviser may open hours, and where. */
export interface CalendarStructure {
  readonly organisationId: OrganisationId;
  readonly name: string;
  readonly places: readonly Place[];
}

/** Someone's calendar in one network, as far as whoever acts may see it. */
export interface OpenedCalendar extends CalendarTarget {
  readonly network: Network;
  /** As young people know them. */
  readonly name: string;
  readonly whose: 'own' | 'other';
  readonly access: 'change' | 'read';
  /** Only those within the reach of whoever acts. */
  readonly structures: readonly CalendarStructure[];
  /** Hours are said in the zone of the first place, or of the network. */
  readonly zone: string;
  readonly today: Temporal.PlainDate;
}

/** The calendar of that adviser; null when there is none, or when it is not for this actor to see. */
export async function openCalendar(ctx: Ctx, personId: PersonId): Promise<OpenedCalendar | null> {
  const networkId = networkOfActor(ctx);
  if (!networkId) return null;
  return ctx.db.inInstallation(async (tx) => {
    const memberships = seatsAmong(ctx, networkId, await listMemberships(tx, personId));
    const target = { networkId, personId, seats: memberships.map(seatOf) };
    const access = calendarAccess(ctx.actor, target);
    const network = await findNetwork(tx, networkId);
    if (access === 'none' || !network) return null;
    const [profile] = await listAdviserProfiles(tx, { networkId, personIds: [personId] });
    const reached = memberships.filter((one) => seesPart(ctx.actor, target, seatOf(one)));
    const structures = await structuresOf(
      tx,
      reached,
      localDateAt(ctx.now(), network.settings.timeZone),
    );
    const zone = structures[0]?.places[0]?.timeZone ?? network.settings.timeZone;
    const whose = 'personId' in ctx.actor && ctx.actor.personId === personId ? 'own' : 'other';
    const today = localDateAt(ctx.now(), zone);
    return {
      ...target,
      network,
      name: profile?.displayName ?? '',
      whose,
      access,
      structures,
      zone,
      today,
    };
  });
}

/** An adviser whose calendar the actor may open. */
export interface CalendarCard {
  readonly personId: PersonId;
  readonly name: string;
  readonly structures: readonly string[];
}

/** The advisers whose calendar the actor may open, by structure then name. */
export async function listCalendars(ctx: Ctx): Promise<readonly CalendarCard[]> {
  const networkId = networkOfActor(ctx);
  if (!networkId) return [];
  return ctx.db.inInstallation(async (tx) => {
    const all = await listNetworkMemberships(tx, { networkId, role: 'adviser' });
    const byPerson = Map.groupBy(seatsAmong(ctx, networkId, all), (one) => one.personId);
    const profiles = await listAdviserProfiles(tx, { networkId, personIds: [...byPerson.keys()] });
    const cards = profiles.flatMap(({ personId, displayName }): CalendarCard[] => {
      const memberships = byPerson.get(personId) ?? [];
      const target = { networkId, personId, seats: memberships.map(seatOf) };
      if (calendarAccess(ctx.actor, target) === 'none') return [];
      const reached = memberships.filter((one) => seesPart(ctx.actor, target, seatOf(one)));
      const structures = [...new Set(reached.map((one) => one.organisationName ?? ''))];
      return [{ personId, name: displayName, structures }];
    });
    const key = (card: CalendarCard) => `${card.structures.join()} ${card.name}`;
    return cards.sort((a, b) => key(a).localeCompare(key(b), 'fr'));
  });
}

/** What a verb needs to decide whether its actor may write in a calendar; read in its own transaction. */
export async function readTarget(
  ctx: Ctx,
  tx: Tx,
  whose: { readonly networkId: NetworkId; readonly personId: PersonId },
): Promise<CalendarTarget> {
  const memberships = await listMemberships(tx, whose.personId);
  return { ...whose, seats: seatsAmong(ctx, whose.networkId, memberships).map(seatOf) };
}

/** Whether the actor may write in that calendar what belongs to this structure and place. */
export function mayChangePart(ctx: Ctx, target: CalendarTarget, part: Seat): boolean {
  return calendarAccess(ctx.actor, target) === 'change' && seesPart(ctx.actor, target, part);
}

/** The memberships that make someone an adviser in that network now. */
function seatsAmong(
  ctx: Ctx,
  networkId: NetworkId,
  memberships: readonly NamedMembership[],
): readonly NamedMembership[] {
  return memberships.filter(
    ({ role, scope, ...membership }) =>
      role === 'adviser' &&
      'organisationId' in scope &&
      scope.networkId === networkId &&
      membershipHolds({ ...membership, role, scope }, ctx.now()),
  );
}

function seatOf({ scope }: NamedMembership): Seat {
  if (!('organisationId' in scope)) throw new Error('an adviser serves an organisation');
  return {
    organisationId: scope.organisationId,
    placeId: scope.kind === 'place' ? scope.placeId : null,
  };
}

async function structuresOf(
  tx: Tx,
  memberships: readonly NamedMembership[],
  today: Temporal.PlainDate,
): Promise<readonly CalendarStructure[]> {
  const byOrganisation = Map.groupBy(memberships, (one) => seatOf(one).organisationId);
  const places = await listPlaces(tx, { organisationIds: [...byOrganisation.keys()], from: today });
  return [...byOrganisation].map(([organisationId, ofOne]) => ({
    organisationId,
    name: ofOne[0]?.organisationName ?? '',
    places: places.filter(
      (place) =>
        place.organisationIds.includes(organisationId) && isSeatedAt(ofOne.map(seatOf), place.id),
    ),
  }));
}

function isSeatedAt(seats: readonly Seat[], placeId: PlaceId): boolean {
  return seats.some((seat) => seat.placeId === null || seat.placeId === placeId);
}

/** One acts under one membership: the network is its own. */
function networkOfActor({ actor }: Ctx): NetworkId | null {
  if (actor.kind !== 'professional' || actor.scope.kind === 'installation') return null;
  return actor.scope.networkId;
}

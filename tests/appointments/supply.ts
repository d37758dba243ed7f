import type { OrganisationId, PersonId, PlaceId } from '#platform/kernel/actor.ts';
import { epochDayOf } from '#platform/kernel/time.ts';
import { createOpening } from '#modules/appointments/index.ts';
import type { AppointmentMode, OpeningId } from '#modules/appointments/index.ts';
import {
  addMember,
  affiliate,
  changeNetworkSettings,
  registerOrganisation,
  registerPlace,
} from '#modules/network/index.ts';
import type { Network, NetworkSettings } from '#modules/network/index.ts';
import { holidayCalendarOfDepartement, zoneOfCommune } from '#modules/territories/pure.ts';
import {
  GUERET,
  INSTALLER,
  accepted,
  day,
  foundNetwork,
  hireAdviser,
  placeIn,
  writeFact,
} from '#tests/network/so-mobilite.ts';
import type { Town } from '#tests/network/so-mobilite.ts';
import type { BookingKit } from './kit.ts';

export { GUERET, INSTALLER, accepted, day };

export interface Office {
  readonly organisationId: OrganisationId;
  readonly placeId: PlaceId;
  readonly zone: string;
}

/** A network with its settings, as the coordinator would change them. */
export async function aNetwork(
  kit: BookingKit,
  slug = 'so-mobilite',
  changes: Partial<NetworkSettings> = {},
): Promise<Network> {
  const networkId = await foundNetwork(kit, slug);
  const video = { videoPattern: 'https://visio.somobilite.example/{code}' };
  accepted(
    await changeNetworkSettings(kit.as(INSTALLER), {
      networkId,
      changes: { ...video, ...changes },
    }),
  );
  return kit.networkOf(networkId);
}

/** A structure of a town under agreement since January 2026, with a place of `rooms` rooms, in the zone of its commune. */
export async function anOffice(
  kit: BookingKit,
  where: { readonly network: Network; readonly town?: Town; readonly rooms?: number },
): Promise<Office> {
  const { network, town = GUERET, rooms = 2 } = where;
  const ctx = kit.as(INSTALLER);
  const zone = zoneOfCommune(town.communeCode);
  const from = day('2026-01-01');
  const organisationId = accepted(
    await registerOrganisation(ctx, {
      ...{
        name: `Info Jeunes ${town.name}`,
        shortName: null,
        legalForm: 'association-1901' as const,
      },
      ...{ siret: null, address: null, communeCode: town.communeCode },
      representative: { civility: 'madame', name: 'Odile Vernet', quality: 'présidente' },
      ...{ phone: '+33555000001', email: null, website: null },
    }),
  );
  const departement = (await kit.commune(town.communeCode)).departement.code;
  const placeId = accepted(
    await registerPlace(ctx, {
      ...placeIn(town),
      ...{ rooms, organisationId, from, timeZone: zone },
      holidayCalendar: holidayCalendarOfDepartement(departement),
    }),
  );
  await join(kit, network, organisationId);
  return { organisationId, placeId, zone };
}

/** The structure enters a network, its agreement and its service in force since January 2026. */
export async function join(
  kit: BookingKit,
  network: Network,
  organisationId: OrganisationId,
): Promise<void> {
  const from = day('2026-01-01');
  accepted(
    await affiliate(kit.as(INSTALLER), {
      ...{
        networkId: network.id,
        organisationId,
        kind: 'operator',
        infoJeunes: true,
        from,
        until: null,
      },
    }),
  );
  for (const kind of ['agreement-starts', 'service-starts'] as const) {
    await writeFact(kit, { networkId: network.id, organisationId, kind, date: '2026-01-01' });
  }
}

export function anAdviser(
  kit: BookingKit,
  network: Network,
  office: Office,
  givenName: string,
): Promise<PersonId> {
  const { organisationId } = office;
  return hireAdviser(kit, { networkId: network.id, organisationId }, givenName);
}

/** An adviser of one network is one of another too, by the same structure. */
export async function alsoAdvises(
  kit: BookingKit,
  network: Network,
  who: { readonly office: Office; readonly personId: PersonId },
): Promise<void> {
  const { organisationId } = who.office;
  await join(kit, network, organisationId);
  accepted(
    await addMember(kit.as(INSTALLER), {
      ...{ personId: who.personId, role: 'adviser', from: day('2026-02-01'), until: null },
      scope: { kind: 'organisation', networkId: network.id, organisationId },
      profile: { displayName: 'Léa', languages: ['fr'], presentation: null },
    }),
  );
  await writeFact(kit, {
    networkId: network.id,
    personId: who.personId,
    kind: 'trained',
    date: '2026-03-12',
  });
}

/** The last day of an agreement is announced. */
export async function agreementEnds(
  kit: BookingKit,
  network: Network,
  office: Office & { readonly on: string },
): Promise<void> {
  const { organisationId, on } = office;
  await writeFact(kit, { networkId: network.id, organisationId, kind: 'agreement-ends', date: on });
}

export interface Hours {
  readonly personId: PersonId;
  readonly modes?: readonly AppointmentMode[];
  /** Wall hours: 9.5 is half past nine. */
  readonly from?: number;
  readonly to?: number;
  readonly weekdays?: readonly (1 | 2 | 3 | 4 | 5 | 6 | 7)[];
  readonly firstDay?: string;
  readonly slotMinutes?: number;
}

/** Every working day, 9 to 12 on the wall, in the three modes, unless said. */
export async function openHours(
  kit: BookingKit,
  where: { readonly network: Network; readonly office: Office },
  hours: Hours,
): Promise<OpeningId> {
  const { network, office } = where;
  const { personId, modes = ['in-person', 'video', 'phone'], from = 9, to = 12 } = hours;
  const inPerson = modes.includes('in-person');
  return accepted(
    await createOpening(kit.as(INSTALLER), {
      network,
      opening: {
        ...{ personId, organisationId: office.organisationId, zone: office.zone },
        placeId: inPerson ? office.placeId : null,
        modes: [...modes],
        firstDay: epochDayOf(day(hours.firstDay ?? '2026-03-16')),
        blocks: [{ start: from * 60, end: to * 60 }],
        recurrence: {
          ...{ every: 'week', interval: 1, nth: [], until: null },
          weekdays: hours.weekdays ?? [1, 2, 3, 4, 5],
        },
        ...{ slotMinutes: hours.slotMinutes ?? 60, pauseMinutes: 0, opensOnHolidays: false },
        videoKind: modes.includes('video') ? 'pattern' : null,
        videoRoom: null,
        fallbackPhone: modes.includes('video') ? '+33555000011' : null,
        phoneDirection: modes.includes('phone') ? 'adviser-calls' : null,
        phoneNumber: null,
      },
    }),
  );
}

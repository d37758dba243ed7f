import type { MembershipId, PersonId, Scope } from '#platform/kernel/actor.ts';
import { epochDayOf } from '#platform/kernel/time.ts';
import { declareAbsence } from '#modules/appointments/index.ts';
import { addMember } from '#modules/network/index.ts';
import type { Network } from '#modules/network/index.ts';
import { aVisitor, book, hold, slotAt } from '#tests/appointments/booking.ts';
import type { Reserved, SlotAsked } from '#tests/appointments/booking.ts';
import { found } from '#tests/appointments/kit.ts';
import {
  INSTALLER,
  aNetwork,
  accepted,
  anAdviser,
  anOffice,
  day,
  openHours,
} from '#tests/appointments/supply.ts';
import type { Office } from '#tests/appointments/supply.ts';
import type { Visit, WebKit } from './web-kit.ts';

export const ROLES = [
  'visitor',
  'link-holder',
  'youth',
  'adviser',
  'manager',
  'referent',
  'coordinator',
  'administrator',
  'unproven',
] as const;
export type Role = (typeof ROLES)[number];

/** Whose the object is: within the scope of the roles, of another organisation of the network, of another network. */
export const SCOPES = ['own', 'other-organisation', 'other-network'] as const;
export type ScopeOf = (typeof SCOPES)[number];

/** The objects that addresses name, of one scope. */
export interface Specimens {
  readonly network: Network;
  readonly office: Office;
  readonly adviser: PersonId;
}

export interface Entered {
  readonly visit: Visit;
  readonly personId: PersonId | null;
}

export interface Scene {
  readonly kit: WebKit;
  readonly of: Readonly<Record<ScopeOf, Specimens>>;
  /** One browser for each role; a link-holder has no session, only the link. */
  readonly people: Readonly<Record<Role, Entered>>;
  /** Another browser under that role, whose session may be used up. */
  enter(role: Role): Promise<Entered>;
  /** A new interview of that scope; that of `own` is the young person's who is signed in. */
  interview(scope: ScopeOf): Promise<Reserved>;
  /** A free slot, another each time, as the value of its button. */
  slot(scope: ScopeOf): SlotAsked;
  /** The secret of a slot kept by a browser. */
  hold(scope: ScopeOf): Promise<string>;
  /** Someone's place in the structure, which may be ended. */
  member(scope: ScopeOf): Promise<MembershipId>;
  /** An opening and an absence that may be ended. */
  opening(scope: ScopeOf): Promise<string>;
  absence(scope: ScopeOf): Promise<string>;
}

export async function openScene(kit: WebKit): Promise<Scene> {
  const here = await aNetwork(kit, 'so-mobilite');
  const there = await aNetwork(kit, 'autre-reseau');
  const of = {
    own: await specimens(kit, here, 'Léa'),
    'other-organisation': await specimens(kit, here, 'Noé'),
    'other-network': await specimens(kit, there, 'Awa'),
  };
  const people: Partial<Record<Role, Entered>> = {};
  for (const role of ROLES) people[role] = await enter(kit, of.own, role);
  // The adviser is the one whose calendar it is.
  const { adviser } = of.own;
  people.adviser = {
    personId: adviser,
    visit: await kit.signIn(adviser, await membershipOf(kit, adviser)),
  };
  const youth = found(people.youth?.personId);
  const slots = slotsOf(of);
  return {
    ...{ kit, of, people: people as Record<Role, Entered> },
    enter: (role) => enter(kit, of.own, role),
    interview: (scope) =>
      interview(kit, of[scope], { slot: slots(scope), youth: scope === 'own' ? youth : null }),
    slot: slots,
    hold: (scope) => hold(kit, of[scope].network, slots(scope)),
    member: async (scope) =>
      membershipOf(kit, await anAdviser(kit, of[scope].network, of[scope].office, 'Sami')),
    opening: (scope) => openHours(kit, of[scope], { personId: of[scope].adviser, weekdays: [6] }),
    absence: (scope) => anAbsence(kit, of[scope]),
  };
}

async function specimens(kit: WebKit, network: Network, name: string): Promise<Specimens> {
  const office = await anOffice(kit, { network });
  const adviser = await anAdviser(kit, network, office, name);
  await openHours(
    kit,
    { network, office },
    { personId: adviser, from: 0, to: 22, slotMinutes: 10 },
  );
  return { network, office, adviser };
}

async function anAbsence(kit: WebKit, { network, office, adviser }: Specimens): Promise<string> {
  const membershipId = await membershipOf(kit, adviser);
  const { organisationId, zone } = office;
  const scope = { kind: 'organisation' as const, networkId: network.id, organisationId };
  const actor = {
    kind: 'professional' as const,
    personId: adviser,
    membershipId,
    role: 'adviser' as const,
    scope,
  };
  return accepted(
    await declareAbsence(kit.as(actor), {
      networkId: network.id,
      absence: {
        ...{ personId: adviser, kind: 'short', zone, firstDay: epochDayOf(day('2026-12-24')) },
        ...{ blocks: [{ start: 0, end: 1440 }], recurrence: null, reason: null },
      },
    }),
  );
}

async function membershipOf(kit: WebKit, personId: PersonId): Promise<MembershipId> {
  const [row] = await kit.rows<{ id: MembershipId }>(
    'select id from network.membership where person_id = $1',
    [personId],
  );
  return found(row).id;
}

/** Ten-minute slots of three weeks, one after the other, the same for each scope's own adviser. */
function slotsOf(of: Readonly<Record<ScopeOf, Specimens>>) {
  const taken = new Map<ScopeOf, number>();
  return (scope: ScopeOf) => {
    const index = taken.get(scope) ?? 0;
    taken.set(scope, index + 1);
    const { office, adviser } = of[scope];
    const days = [
      '09',
      '10',
      '12',
      '13',
      '16',
      '17',
      '18',
      '19',
      '20',
      '23',
      '24',
      '25',
      '26',
      '27',
      '30',
    ];
    const minute = (index % 120) * 10;
    const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    return slotAt(office, adviser, {
      at: `2026-11-${days[Math.floor(index / 120)] ?? '30'}T${clock}`,
      mode: 'phone',
    });
  };
}

async function interview(
  kit: WebKit,
  { network }: Specimens,
  asked: { readonly slot: SlotAsked; readonly youth: PersonId | null },
): Promise<Reserved> {
  const reserved = await book(kit, network, { slot: asked.slot, visitor: await aVisitor(kit) });
  if (asked.youth) {
    await kit.rows(
      `update accompaniment.youth_file set person_id = $2, claimed_at = created_at
       where id = (select youth_file_id from appointments.appointment where id = $1)`,
      [reserved.appointmentId, asked.youth],
    );
  }
  return reserved;
}

const SCOPED_ROLES = ['manager', 'referent', 'coordinator', 'administrator'] as const;

/** Someone new under that role, in a browser of their own. */
async function enter(kit: WebKit, own: Specimens, role: Role): Promise<Entered> {
  switch (role) {
    case 'visitor':
    case 'link-holder':
      return { visit: kit.browse(), personId: null };
    case 'youth': {
      const personId = await kit.person('Ilyes');
      return { personId, visit: await kit.signIn(personId, null) };
    }
    case 'adviser': {
      const personId = await anAdviser(kit, own.network, own.office, 'Léa');
      return { personId, visit: await kit.signIn(personId, await membershipOf(kit, personId)) };
    }
    case 'unproven':
      return withoutSecondFactor(kit, await enterAs(kit, own, 'manager'));
    default:
      return enterAs(kit, own, role);
  }
}

async function enterAs(
  kit: WebKit,
  own: Specimens,
  role: (typeof SCOPED_ROLES)[number],
): Promise<Entered & { readonly personId: PersonId }> {
  const personId = await kit.person('Maud');
  const member = {
    personId,
    role,
    scope: scopesOf(own)[role],
    from: day('2026-01-01'),
    until: null,
  };
  const membershipId = accepted(await addMember(kit.as(INSTALLER), member));
  return { personId, visit: await kit.signIn(personId, membershipId) };
}

function scopesOf({ network, office }: Specimens): Record<(typeof SCOPED_ROLES)[number], Scope> {
  const { organisationId, placeId } = office;
  const networkId = network.id;
  return {
    manager: { kind: 'organisation', networkId, organisationId },
    referent: { kind: 'place', networkId, organisationId, placeId },
    coordinator: { kind: 'network', networkId },
    administrator: { kind: 'installation' },
  };
}

/** As after a password alone. */
async function withoutSecondFactor(
  kit: WebKit,
  entered: Entered & { readonly personId: PersonId },
): Promise<Entered> {
  await kit.rows(
    `update accounts.acting set second_factor_at = null, second_factor_kind = null
     where membership_id in (select id from network.membership where person_id = $1)`,
    [entered.personId],
  );
  return entered;
}

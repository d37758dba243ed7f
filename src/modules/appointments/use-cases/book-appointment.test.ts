import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PersonId } from '#platform/kernel/actor.ts';
import type { Network } from '#modules/network/index.ts';
import { aVisitor, book, hold, idOf, slotAt, tryBooking } from '#tests/appointments/booking.ts';
import type { SlotAsked, Visitor } from '#tests/appointments/booking.ts';
import { MONDAY, openBookingKit } from '#tests/appointments/kit.ts';
import type { BookingKit } from '#tests/appointments/kit.ts';
import {
  accepted,
  aNetwork,
  anAdviser,
  anOffice,
  day,
  openHours,
} from '#tests/appointments/supply.ts';
import type { Office } from '#tests/appointments/supply.ts';
import { auditOf, census, noticesOf, standing, timelineOf } from '#tests/appointments/witness.ts';
import { answerOf } from '#tests/network/so-mobilite.ts';
import { bookAppointment, sendLinkAgain } from './book-appointment.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { openPrivatePage } from './open-private-page.ts';

let kit: BookingKit;
let network: Network;
let office: Office;
let lea: PersonId;
let noe: PersonId;

beforeAll(async () => {
  kit = await openBookingKit();
  network = await aNetwork(kit);
  office = await anOffice(kit, { network });
  [lea, noe] = [
    await anAdviser(kit, network, office, 'Léa'),
    await anAdviser(kit, network, office, 'Noé'),
  ];
  for (const personId of [lea, noe]) await openHours(kit, { network, office }, { personId });
});
beforeEach(() => kit.clock.set(Temporal.Instant.from(MONDAY)));
afterAll(() => kit.close());

const at = (text: string, mode?: SlotAsked['mode']) =>
  slotAt(office, lea, { at: text, ...(mode ? { mode } : {}) });

describe('book-appointment writes', () => {
  test('the interview, its file, the timeline, the audit and what is to be told', async () => {
    const { appointmentId, token } = await book(kit, network, { slot: at('2026-11-05T09:00') });
    expect(await standing(kit, appointmentId)).toMatchObject({
      status: 'booked',
      sequence: 0,
      mode: 'in-person',
      room_no: 1,
    });
    expect(await auditOf(kit, appointmentId)).toEqual(['appointments.book-appointment visitor']);
    expect(await timelineOf(kit, appointmentId)).toEqual(['appointment booked']);
    expect(await noticesOf(kit, appointmentId)).toEqual([
      'confirmed v0 youth email due',
      'confirmed v0 professional email due',
      'reminder-48 v0 youth email due',
      'reminder-3 v0 youth email due',
    ]);
    const view = await openPrivatePage(kit.visitor, token);
    expect(view?.youth?.firstName).toBe('Inès');
  });

  test('a video link of its own, drawn for this interview; none in person', async () => {
    const links = [];
    for (const [hour, mode] of [
      ['10', 'video'],
      ['11', 'video'],
      ['09', 'in-person'],
    ] as const) {
      const { appointmentId } = await book(kit, network, {
        slot: at(`2026-11-06T${hour}:00`, mode),
      });
      links.push((await standing(kit, appointmentId))?.video_url ?? 'none');
    }
    expect(links[0]).toMatch(/^https:\/\/visio\.somobilite\.example\/[\w-]{16}$/);
    expect(links[1]).not.toBe(links[0]);
    expect(links[2]).toBe('none');
  });

  test('nothing personal in the audit, secrets as hashes only', async () => {
    const { token } = await book(kit, network, { slot: at('2026-11-09T09:00') });
    const audit = JSON.stringify(await kit.rows('select * from platform.audit_entry'));
    expect(audit).not.toMatch(/Inès|courriel\.example|Irlande/);
    const links = await kit.rows<{ token_hash: string }>('select * from appointments.private_link');
    expect(JSON.stringify(links)).not.toContain(token);
    expect(links.every((link) => /^[0-9a-f]{64}$/.test(link.token_hash))).toBe(true);
  });
});

describe('rdvsp #1633, #3706: one press or two, one interview', () => {
  test('the same hold sent again gives the same interview and a link that works', async () => {
    const slot = at('2026-11-09T10:00');
    const visitor = await aVisitor(kit);
    const first = await book(kit, network, { slot, visitor });
    const again = accepted(
      await tryBooking(kit, network, { slot, visitor, holdToken: first.holdToken }),
    );
    expect(again.token).not.toBe(first.token);
    expect(await idOf(kit, again.token)).toBe(first.appointmentId);
    expect((await openPrivatePage(kit.visitor, again.token))?.appointment.id).toBe(
      first.appointmentId,
    );
    expect(await noticesOf(kit, first.appointmentId)).toHaveLength(4);
  });

  test('a hold that was over, pressed twice at once: one interview, both presses answered', async () => {
    const slot = at('2026-11-09T11:00');
    const visitor = await aVisitor(kit);
    const holdToken = await hold(kit, network, slot);
    kit.clock.set(Temporal.Instant.from(MONDAY).add({ minutes: 11 }));
    const presses = [1, 2, 3].map(() => tryBooking(kit, network, { slot, holdToken, visitor }));
    const ids = [];
    for (const press of await Promise.all(presses))
      ids.push(await idOf(kit, accepted(press).token));
    expect(new Set(ids).size).toBe(1);
  });

  test('two tabs: the second hold of the same person is refused, the first interview stands', async () => {
    const visitor = await aVisitor(kit);
    await book(kit, network, { slot: at('2026-11-10T09:00'), visitor });
    const slot = at('2026-11-10T10:00');
    const holdToken = await hold(kit, network, slot);
    expect(answerOf(await tryBooking(kit, network, { slot, holdToken, visitor }))).toBe(
      'already-open',
    );
  });

  test('two tabs pressed at once: one interview', async () => {
    const visitor = await aVisitor(kit);
    const slots = [at('2026-11-12T09:00'), slotAt(office, noe, { at: '2026-11-13T09:00' })];
    const tokens: string[] = [];
    for (const slot of slots) tokens.push(await hold(kit, network, slot));
    const answers = await Promise.all(
      slots.map((slot, tab) =>
        tryBooking(kit, network, { slot, visitor, holdToken: tokens[tab] ?? '' }),
      ),
    );
    expect(answers.map(answerOf).toSorted()).toEqual(['accepted', 'already-open']);
  });
});

describe('one open interview per network for a contact and a birth date', () => {
  test('the same e-mail with another birth date may book: siblings', async () => {
    const contacts = [{ channel: 'email' as const, value: 'famille@courriel.example' }];
    const first = await aVisitor(kit, { contacts, birthDate: day('2004-01-01') });
    const second = await aVisitor(kit, { contacts, birthDate: day('2006-01-01') });
    await book(kit, network, { slot: at('2026-11-16T09:00'), visitor: first });
    await book(kit, network, { slot: at('2026-11-16T10:00'), visitor: second });
  });

  test('the link is sent again to the known contact only, at most once a day', async () => {
    const email = { channel: 'email' as const, value: 'lien@courriel.example' };
    const stranger = { channel: 'phone' as const, value: '+33612345678' };
    const birthDate = day('2003-03-03');
    const visitor = await aVisitor(kit, { contacts: [email], birthDate });
    const { appointmentId } = await book(kit, network, { slot: at('2026-11-16T11:00'), visitor });
    const again = () =>
      sendLinkAgain(kit.visitor, { network, contacts: [email, stranger], birthDate });
    await kit.runJobs();
    kit.mails.length = 0;
    for (const _press of [1, 2, 3]) await again();
    await kit.runJobs();
    expect(kit.mails.map((mail) => mail.to)).toEqual([email.value]);
    expect(kit.sms).toEqual([]);
    kit.clock.set(Temporal.Instant.from(MONDAY).add({ hours: 24 }));
    await again();
    await kit.runJobs();
    expect(kit.mails).toHaveLength(2);
    expect(
      (await noticesOf(kit, appointmentId)).filter((line) => line.endsWith(' sent')),
    ).toHaveLength(4);
  });

  test('a contact with another birth date learns nothing and is sent nothing', async () => {
    const contacts = [{ channel: 'email' as const, value: 'lien@courriel.example' }];
    kit.mails.length = 0;
    await sendLinkAgain(kit.visitor, { network, contacts, birthDate: day('2003-03-04') });
    await kit.runJobs();
    expect(kit.mails).toEqual([]);
  });

  test('cal.com #21058, #21710: book, cancel, book the same start again, twice', async () => {
    const visitor = await aVisitor(kit);
    const slot = at('2026-11-17T09:00');
    for (const _turn of [1, 2, 3]) {
      const { appointmentId } = await book(kit, network, { slot, visitor });
      const { id: networkId } = network;
      accepted(
        await cancelAppointment(kit.visitor, {
          networkId,
          appointmentId,
          by: 'youth',
          reason: null,
          note: null,
        }),
      );
    }
  });
});

describe('book-appointment refuses, and leaves nothing behind', () => {
  const cases: readonly (readonly [string, string, () => Promise<Partial<Visitor>>])[] = [
    [
      'SM-21: someone of another region',
      'outside-territory',
      async () => ({ commune: await kit.commune('75056') }),
    ],
    [
      'a birth date to come',
      'birth-date-impossible',
      async () => ({ birthDate: day('2027-01-01') }),
    ],
    [
      'under 15 without a parent',
      'parent-agreement-missing',
      async () => ({ birthDate: day('2012-01-01') }),
    ],
    ['someone without a contact', 'no-contact', async () => ({ contacts: [] })],
  ];

  test.each(cases)('%s: %s', async (_who, refusal, said) => {
    const slot = at('2026-11-18T09:00');
    const holdToken = await hold(kit, network, slot);
    const before = await census(kit);
    const visitor = await aVisitor(kit, await said());
    expect(answerOf(await tryBooking(kit, network, { slot, holdToken, visitor }))).toBe(refusal);
    expect(await census(kit)).toEqual(before);
    const right = await aVisitor(kit);
    expect(
      answerOf(
        await tryBooking(kit, network, { slot: at('2026-11-18T09:00'), holdToken, visitor: right }),
      ),
    ).toBe('accepted');
    const [{ id } = { id: '' }] = await kit.rows<{ id: string }>(
      'select id from appointments.appointment order by id desc limit 1',
    );
    const appointmentId = id as Parameters<typeof cancelAppointment>[1]['appointmentId'];
    accepted(
      await cancelAppointment(kit.visitor, {
        networkId: network.id,
        appointmentId,
        by: 'youth',
        reason: null,
        note: null,
      }),
    );
  });

  test('the second interview of someone: no help request, no exchange, no contact added', async () => {
    const visitor = await aVisitor(kit);
    await book(kit, network, { slot: at('2026-11-19T09:00'), visitor });
    const slot = at('2026-11-19T10:00');
    const holdToken = await hold(kit, network, slot);
    const before = await census(kit);
    const more = {
      ...visitor,
      contacts: [...visitor.contacts, { channel: 'phone' as const, value: '+33611111111' }],
    };
    expect(answerOf(await tryBooking(kit, network, { slot, holdToken, visitor: more }))).toBe(
      'already-open',
    );
    expect(await census(kit)).toEqual(before);
  });

  test('someone whose file has another interview then, of which they were not told: youth-busy', async () => {
    const visitor = await aVisitor(kit);
    const { appointmentId } = await book(kit, network, { slot: at('2026-11-20T09:00'), visitor });
    // Held in advance by a professional, say: it is no longer open, and it takes the time all the same.
    await kit.rows(
      `update appointments.appointment set status = 'held', outcome_at = now() where id = $1`,
      [appointmentId],
    );
    const slot = slotAt(office, noe, { at: '2026-11-20T09:00' });
    const holdToken = await hold(kit, network, slot);
    const before = await census(kit);
    expect(answerOf(await tryBooking(kit, network, { slot, holdToken, visitor }))).toBe(
      'youth-busy',
    );
    expect(await census(kit)).toEqual(before);
  });

  test('under 15 with a parent’s agreement is welcome', async () => {
    const guardian = { name: 'Karim Haddad', contact: 'karim@courriel.example' };
    const visitor = await aVisitor(kit, { birthDate: day('2012-01-01'), guardian });
    await book(kit, network, { slot: at('2026-11-23T09:00'), visitor });
  });

  test('SM-22: someone of Creuse may book anywhere in the region', async () => {
    const visitor = await aVisitor(kit, { commune: await kit.commune('64102') });
    await book(kit, network, { slot: at('2026-11-23T10:00'), visitor });
  });

  test('a token never given books the slot when it is free, once', async () => {
    const slot = at('2026-11-24T09:00');
    const asked = {
      network,
      slot,
      holdToken: 'a token that nobody was given',
      visitor: await aVisitor(kit),
    };
    expect(answerOf(await bookAppointment(kit.visitor, asked))).toBe('accepted');
    const other = { ...asked, holdToken: 'another one', visitor: await aVisitor(kit) };
    expect(answerOf(await bookAppointment(kit.visitor, other))).toBe('busy');
  });
});

describe('SM-20, X-02: the age is that of the day of the interview, where it takes place', () => {
  test.each([
    ['2036-06-14', 'accepted'],
    ['2036-06-15', 'too-old'],
  ])('born on 2000-06-15, on %s: %s', async (on, answer) => {
    // A Saturday and a Sunday.
    await openHours(
      kit,
      { network, office },
      { personId: noe, weekdays: [6, 7], firstDay: '2036-06-01' },
    );
    kit.clock.set(Temporal.Instant.from('2036-06-02T09:00Z'));
    const slot = slotAt(office, noe, { at: `${on}T09:00` });
    const holdToken = await hold(kit, network, slot);
    const visitor = await aVisitor(kit, { birthDate: day('2000-06-15') });
    expect(answerOf(await tryBooking(kit, network, { slot, holdToken, visitor }))).toBe(answer);
  });
});

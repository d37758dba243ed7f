import fastifyForm from '@fastify/formbody';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PageError } from '#platform/http/page-error.ts';
import type { Actor, MembershipId, PersonId } from '#platform/kernel/actor.ts';
import type { Network } from '#modules/network/index.ts';
import { aVisitor, book, hold, slotAt } from '#tests/appointments/booking.ts';
import { found, MONDAY, openBookingKit } from '#tests/appointments/kit.ts';
import type { BookingKit } from '#tests/appointments/kit.ts';
import { aNetwork, anAdviser, anOffice, openHours } from '#tests/appointments/supply.ts';
import type { Office } from '#tests/appointments/supply.ts';
import { standing } from '#tests/appointments/witness.ts';
import { professional } from '#tests/network/so-mobilite.ts';
import type { AppointmentId } from '../../rules/calendar.ts';
import { registerCoordinationRoutes } from '../coordination/routes.ts';
import { interviewPaths as paths } from './interview-paths.ts';
import { registerInterviewRoutes } from './routes-interviews.ts';

let kit: BookingKit;
let app: FastifyInstance;
let network: Network;
let office: Office;
let lea: PersonId;
let actor: Actor;

beforeAll(async () => {
  kit = await openBookingKit();
  network = await aNetwork(kit);
  office = await anOffice(kit, { network, rooms: 20 });
  app = fastify();
  await app.register(fastifyForm);
  app.decorateRequest('ctx');
  app.decorateReply('page', function page({ status, title, content }) {
    return this.status(status ?? 200)
      .type('text/html; charset=utf-8')
      .send(`<title>${title}</title>${renderToString(<>{content}</>)}`);
  });
  app.addHook('onRequest', async (request) => {
    request.ctx = kit.as(actor);
  });
  app.setErrorHandler((error, _request, reply) =>
    reply.status(error instanceof PageError ? error.status : 500).send(String(error)),
  );
  registerInterviewRoutes(app);
  registerCoordinationRoutes(app);
  await app.ready();
});
beforeEach(async () => {
  kit.clock.set(Temporal.Instant.from(MONDAY));
  lea = await anAdviser(kit, network, office, 'Léa');
  await openHours(kit, { network, office }, { personId: lea });
  actor = professional('adviser', scope(), lea);
});
afterAll(async () => {
  await app.close();
  await kit.close();
});

const scope = () =>
  ({ kind: 'organisation', networkId: network.id, organisationId: office.organisationId }) as const;

async function anInterview(at: string): Promise<AppointmentId> {
  return (await book(kit, network, { slot: slotAt(office, lea, { at }) })).appointmentId;
}

const get = (url: string) => app.inject({ method: 'GET', url });
const post = (url: string, fields: Readonly<Record<string, string>> = {}) =>
  app.inject({
    method: 'POST',
    url,
    payload: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

describe('the day', () => {
  test('who comes, who is late, and the outcome in one press from the list', async () => {
    const id = await anInterview('2026-11-05T09:00');
    await kit.owner.query(
      'update appointments.appointment set late_minutes = 15, late_said_at = $2 where id = $1',
      [id, MONDAY],
    );
    kit.clock.set(Temporal.Instant.from('2026-11-05T07:30Z'));
    expect((await get(paths.today)).body).toContain('Inès prévient : environ 15 minutes de retard');
    const early = await post(paths.outcome(id), { suite: 'tenu', retour: 'aujourdhui' });
    expect([early.statusCode, early.body.includes('n’a pas encore commencé')]).toEqual([409, true]);
    kit.clock.set(Temporal.Instant.from('2026-11-05T09:00Z'));
    expect((await get(paths.today)).body).toContain('Que s’est-il passé ?');
    for (const press of ['first', 'second']) {
      const answer = await post(paths.outcome(id), { suite: 'tenu', retour: 'aujourdhui' });
      expect([press, answer.statusCode, answer.headers.location]).toEqual([
        press,
        303,
        '/pro?fait=tenu',
      ]);
    }
    expect((await standing(kit, id))?.status).toBe('held');
    expect((await get(paths.today)).body).not.toContain('Que s’est-il passé ?');
  });

  test('the structure under its weekly minimum is said, with where to open hours', async () => {
    const bare = await anOffice(kit, { network });
    const ana = await anAdviser(kit, network, bare, 'Ana');
    actor = professional('adviser', { ...scope(), organisationId: bare.organisationId }, ana);
    const { body } = await get(paths.today);
    expect(body).toContain('Il manque des créneaux');
    expect(body).toContain(`href="${paths.calendar}"`);
  });
});

describe('an interview', () => {
  test('what was said, links to write and call, buttons that the rules accept', async () => {
    const id = await anInterview('2026-11-06T09:00');
    const { body } = await get(paths.interview(id));
    for (const words of [
      'Un volontariat en Irlande',
      '21 ans',
      'Guéret (Creuse)',
      'href="mailto:ines.',
      'Confirmation, par e-mail au jeune',
    ]) {
      expect(body).toContain(words);
    }
    expect(body).toContain(paths.move(id));
    expect(body).not.toContain(paths.outcome(id));
    kit.clock.set(Temporal.Instant.from('2026-11-06T08:00Z'));
    const started = (await get(paths.interview(id))).body;
    expect(started).toContain(paths.outcome(id));
    expect(started).not.toContain(paths.move(id));
  });

  test('a note too long comes back as typed', async () => {
    const id = await anInterview('2026-11-09T09:00');
    const answer = await post(paths.note(id), { note: 'é'.repeat(4001) });
    expect([answer.statusCode, answer.body.includes('é'.repeat(4001))]).toEqual([422, true]);
    expect((await post(paths.note(id), { note: 'é'.repeat(4000) })).statusCode).toBe(303);
  });

  test('cancelled by the structure with a reason; refused without one', async () => {
    const id = await anInterview('2026-11-10T09:00');
    expect((await post(paths.cancel(id), { par: 'structure', mot: 'Désolés' })).statusCode).toBe(
      422,
    );
    const answer = await post(paths.cancel(id), {
      par: 'structure',
      raison: 'room-closed',
      mot: 'Désolés',
    });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, paths.said(id, 'annule')]);
    expect(await standing(kit, id)).toMatchObject({
      status: 'cancelled',
      cancelled_by: 'structure',
      cancellation_reason: 'room-closed',
    });
    expect((await get(paths.interview(id))).body).toContain('Désolés');
  });

  test('moved in one’s own calendar, tomorrow if need be; 409 on a time that has gone', async () => {
    const id = await anInterview('2026-11-12T09:00');
    await hold(kit, network, slotAt(office, lea, { at: '2026-11-12T10:00' }));
    const value = (at: string) =>
      [slotAt(office, lea, { at }).start, lea, 'in-person', office.placeId].join('|');
    expect((await post(paths.move(id), { creneau: value('2026-11-12T10:00') })).statusCode).toBe(
      409,
    );
    expect((await get(paths.move(id))).body).toContain(value('2026-11-03T09:00'));
    expect((await post(paths.move(id), { creneau: value('2026-11-03T09:00') })).statusCode).toBe(
      303,
    );
    expect((await standing(kit, id))?.sequence).toBe(1);
  });

  test('another’s is not there, for any act', async () => {
    const id = await anInterview('2026-11-13T09:00');
    actor = professional('adviser', scope());
    const answers = await Promise.all([
      get(paths.interview(id)),
      get(paths.cancel(id)),
      get(paths.move(id)),
      get(paths.transfer(id)),
      post(paths.outcome(id), { suite: 'tenu' }),
      post(paths.note(id), { note: 'x' }),
      post(paths.cancel(id), { par: 'jeune' }),
    ]);
    expect(answers.map((one) => one.statusCode)).toEqual(Array(7).fill(404));
  });
});

describe('booking for someone', () => {
  const slot = (at: string) =>
    [slotAt(office, lea, { at }).start, lea, 'in-person', office.placeId].join('|');

  async function fields(creneau: string): Promise<Record<string, string>> {
    const { contacts } = await aVisitor(kit);
    return {
      ...{
        creneau,
        origine: 'telephone',
        prenom: 'Sacha',
        email: contacts[0]?.value ?? '',
        cle: `cle-${creneau}`,
      },
      ...{ 'naissance-day': '12', 'naissance-month': '4', 'naissance-year': '2005' },
      ...{ commune: 'Guéret', communeCode: '23096' },
    };
  }

  test('a slot, the person, confirmed; faults keep what was typed', async () => {
    expect((await get(paths.create())).body).toContain(slot('2026-11-02T11:00'));
    const typed = await fields(slot('2026-11-02T11:00'));
    const faulty = await post(paths.createFor(), { ...typed, email: '', origine: '' });
    expect([faulty.statusCode, faulty.body.includes('value="Sacha"')]).toEqual([422, true]);
    const answer = await post(paths.createFor(), typed);
    expect([answer.statusCode, answer.headers.location]).toEqual([
      303,
      expect.stringMatching(/fait=pris$/),
    ]);
  });

  test('taken meanwhile: 409, said, kept; then over it only with the box ticked', async () => {
    const typed = await fields(slot('2026-11-16T09:00'));
    await hold(kit, network, slotAt(office, lea, { at: '2026-11-16T09:00' }));
    const refused = await post(paths.createFor(), typed);
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain('Un autre rendez-vous est déjà prévu');
    expect(refused.body).toContain('value="Sacha"');
    expect((await post(paths.createFor(), { ...typed, enPlus: 'oui' })).statusCode).toBe(303);
  });

  test('any free time becomes an address; nonsense is said', async () => {
    const asked = { qui: lea, date: '2026-11-17', heure: '18:30', duree: '45', mode: 'telephone' };
    const free = await get(`${paths.freeTime}?${new URLSearchParams(asked).toString()}`);
    expect(free.statusCode).toBe(303);
    expect((await get(String(free.headers.location))).body).toContain(
      'Aucune plage n’est ouverte à cette heure',
    );
    const nonsense = await get(
      `${paths.freeTime}?${new URLSearchParams({ ...asked, heure: '25:00' }).toString()}`,
    );
    expect([nonsense.statusCode, nonsense.body.includes('Il manque l’heure')]).toEqual([422, true]);
  });
});

describe('lists, feed and figures', () => {
  test('filters keep what they say, and the count', async () => {
    await anInterview('2026-11-18T09:00');
    await anInterview('2026-11-19T09:00');
    const count = async (query: Record<string, string>) =>
      /(\d+)\s+rendez-vous<\/p>/.exec((await get(paths.list(query))).body)?.[1];
    expect(await count({})).toBe('2');
    expect(await count({ du: '2026-11-19' })).toBe('1');
    expect(await count({ au: '2026-11-18' })).toBe('1');
    expect(await count({ mode: 'telephone' })).toBe('0');
    expect(await count({ etat: 'a-venir', du: 'jamais', page: '0' })).toBe('2');
  });

  test('the secret of the feed is shown once', async () => {
    const [row] = await kit.rows<{ id: MembershipId }>(
      'select id from network.membership where person_id = $1',
      [lea],
    );
    actor = {
      kind: 'professional',
      role: 'adviser',
      personId: lea,
      membershipId: found(row).id,
      scope: scope(),
    };
    const { body, statusCode } = await post(paths.feed);
    const address = /\/agenda\/[\w-]+\.ics/.exec(body)?.[0] ?? '';
    expect(statusCode).toBe(200);
    expect((await get(address)).headers['content-type']).toContain('text/calendar');
    expect((await get(paths.feed)).body).not.toContain(address);
    expect((await post(paths.feedRemoval)).statusCode).toBe(303);
    expect((await get(address)).statusCode).toBe(404);
  });

  test('the coordinator’s cockpit and figures; a file that opens in a spreadsheet', async () => {
    await anInterview('2026-11-20T09:00');
    actor = professional('coordinator', { kind: 'network', networkId: network.id });
    expect((await get('/coordination/so-mobilite')).body).toContain('Aucun créneau à réserver');
    expect((await get('/coordination/so-mobilite/rendez-vous?par=age')).body).toContain(
      '18 à 25 ans',
    );
    const file = await get('/coordination/so-mobilite/rendez-vous.csv?du=2026-11-20&au=2026-11-20');
    expect(file.body).toBe(
      '\uFEFFMois;Département;Façon de se voir;Âge;Suite;Nombre\r\n2026-11;Creuse (23);Sur place;18 à 25 ans;À venir;1\r\n',
    );
    expect((await get('/coordination/nulle-part')).statusCode).toBe(404);
  });
});

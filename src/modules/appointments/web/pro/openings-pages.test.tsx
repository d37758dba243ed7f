import fastifyForm from '@fastify/formbody';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PageError } from '#platform/http/page-error.ts';
import type { Actor, PersonId } from '#platform/kernel/actor.ts';
import type { Network } from '#modules/network/index.ts';
import { book, slotAt } from '#tests/appointments/booking.ts';
import { MONDAY, openBookingKit } from '#tests/appointments/kit.ts';
import type { BookingKit } from '#tests/appointments/kit.ts';
import { aNetwork, anAdviser, anOffice, openHours } from '#tests/appointments/supply.ts';
import type { Office } from '#tests/appointments/supply.ts';
import { standing } from '#tests/appointments/witness.ts';
import { professional } from '#tests/network/so-mobilite.ts';
import { registerOpeningRoutes } from './routes-openings.ts';

let kit: BookingKit;
let app: FastifyInstance;
let network: Network;
let office: Office;
let lea: PersonId;
let actor: Actor;

beforeAll(async () => {
  kit = await openBookingKit();
  network = await aNetwork(kit);
  office = await anOffice(kit, { network, rooms: 40 });
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
  registerOpeningRoutes(app);
  await app.ready();
});
beforeEach(async () => {
  kit.clock.set(Temporal.Instant.from(MONDAY));
  lea = await anAdviser(kit, network, office, 'Léa');
  actor = role('adviser', lea);
});
afterAll(async () => {
  await app.close();
  await kit.close();
});

const role = (name: 'adviser' | 'manager' | 'referent', personId?: PersonId): Actor =>
  professional(
    name,
    { kind: 'organisation', networkId: network.id, organisationId: office.organisationId },
    personId,
  );

/** What is read, no-break spaces as plain ones. */
async function get(url: string): Promise<{ readonly status: number; readonly text: string }> {
  const { statusCode, body } = await app.inject(url);
  return { status: statusCode, text: body.replaceAll('\u00a0', ' ') };
}

async function post(url: string, fields: readonly (readonly [string, string])[] = []) {
  const { statusCode, body, headers } = await app.inject({
    ...{
      method: 'POST',
      url,
      payload: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
    },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  return {
    status: statusCode,
    text: body.replaceAll('\u00a0', ' '),
    to: String(headers.location ?? ''),
  };
}

/** A fortnightly Thursday, on the spot or by video. */
const fields = (): [string, string][] => [
  ['du', '2026-11-02'],
  ['debut-1', '09:00'],
  ['fin-1', '11:30'],
  ['debut-2', ''],
  ['fin-2', ''],
  ['repetition', 'semaines'],
  ['jours', '4'],
  ['toutes', '2'],
  ['lieu', office.placeId],
  ['modes', 'sur-place'],
  ['modes', 'visio'],
  ['visio', 'reseau'],
  ['secours', '05 55 00 00 11'],
  ['duree', '60'],
  ['pause', '0'],
];

const without = (name: string, value?: string): [string, string][] => [
  ...fields().filter(([field]) => field !== name),
  ...(value === undefined ? [] : [[name, value] as [string, string]]),
];

describe('openings', () => {
  test('one is made from plain fields, said in words with what is lost, then one occurrence is skipped and put back', async () => {
    const made = await post('/pro/plages/nouvelle', fields());
    expect(made.status).toBe(303);
    const page = await get(made.to);
    expect(page.text).toContain('La plage est ouverte');
    expect(page.text).toContain(
      'Un jeudi sur deux, de 9 h à 11 h 30, à partir du 5 novembre, sur place ou en visio, à Info Jeunes Guéret',
    );
    expect(page.text).toContain('2 entretiens, 30 min perdues');
    const [address = ''] = made.to.split('?');
    expect((await post(`${address}/fois/2026-11-19`, [['geste', 'sauter']])).to).toContain(
      'fait=occurrence',
    );
    expect((await get(address)).text).toContain('Sautée');
    await post(`${address}/fois/2026-11-19`, [['geste', 'retablir']]);
    expect((await get(address)).text).not.toContain('Sautée');
    const moved = [
      ['geste', 'changer'],
      ['nouveau-jour', '2026-11-20'],
      ['debut-1', '14:00'],
      ['fin-1', '16:00'],
    ] as const;
    expect((await post(`${address}/fois/2026-11-19`, moved)).status).toBe(303);
    expect((await get(address)).text).toMatch(/Déplacée.*Vendredi 20 novembre/s);
    expect((await get(`${address}/fois/2026-11-20`)).status).toBe(404);
    expect((await get(`${address}/fois/hier`)).status).toBe(404);
  });

  test('faults come back beside their fields, what was typed kept', async () => {
    const faults = async (posted: [string, string][]) => {
      const answer = await post('/pro/plages/nouvelle', posted);
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('value="2026-11-02"');
      return [...answer.text.matchAll(/href="#(champ-[a-z0-9-]+)"/g)].map(([, id]) => id);
    };
    expect(await faults(without('secours', ''))).toEqual(['champ-secours']);
    expect(await faults(without('visio', 'salle'))).toEqual(['champ-salle']);
    expect(
      await faults([...without('visio', 'salle'), ['salle', 'http://salle.example/lea']]),
    ).toEqual(['champ-salle']);
    expect(await faults(without('lieu', ''))).toEqual(['champ-lieu']);
    expect(await faults(without('lieu', kit.as(actor).newId()))).toEqual(['champ-lieu']);
    expect(await faults(without('modes'))).toEqual(['champ-modes']);
    expect(await faults([...without('modes', 'telephone'), ['qui-appelle', 'jeune']])).toEqual([
      'champ-qui-appelle',
    ]);
    expect(await faults(without('fin-1', '09:00'))).toEqual(['champ-fin-1', 'champ-debut-1']);
    expect(await faults(without('duree', '9'))).toEqual(['champ-duree']);
    expect((await post('/pro/plages/nouvelle', without('duree', '10'))).status).toBe(303);
    expect((await post('/pro/plages/nouvelle', without('du', '2026-10-01'))).text).toContain(
      'aujourd’hui ou un jour à venir',
    );
  });

  test('its form shows it whole, and saving it unchanged changes nothing', async () => {
    const { to } = await post('/pro/plages/nouvelle', fields());
    const [address = ''] = to.split('?');
    const before = await kit.rows(
      'select blocks, recurrence, modes, video_kind, fallback_phone, first_day from appointments.opening where person_id = $1',
      [lea],
    );
    const form = await get(`${address}/modifier`);
    expect(form.text).toContain('value="2026-11-05"');
    const shown = [...without('du', '2026-11-05')];
    expect((await post(`${address}/modifier`, shown)).to).toBe(`${address}?fait=changee`);
    expect(
      await kit.rows(
        'select blocks, recurrence, modes, video_kind, fallback_phone, first_day from appointments.opening where person_id = $1',
        [lea],
      ),
    ).toEqual(before);
  });

  test('ended over an interview: it is kept and linked', async () => {
    const id = await openHours(kit, { network, office }, { personId: lea });
    const { appointmentId } = await book(kit, network, {
      slot: slotAt(office, lea, { at: '2026-11-12T09:00' }),
    });
    const ended = await post(`/pro/plages/${id}/terminer`, [['dernier-jour', '2026-11-06']]);
    expect(ended.status).toBe(303);
    const page = await get(ended.to);
    expect(page.text).toContain('1 entretien est gardé');
    expect(page.text).toContain(`/pro/rendez-vous/${appointmentId}`);
    expect(
      (await post(`/pro/plages/${id}/terminer`, [['dernier-jour', '2026-10-30']])).status,
    ).toBe(422);
  });
});

describe('whose', () => {
  test('a manager chooses, then keeps; a referent looks; a colleague finds nothing', async () => {
    const id = await openHours(kit, { network, office }, { personId: lea });
    const mine = `/pro/plages?conseiller=${lea}`;
    actor = role('manager');
    expect((await get('/pro/plages')).text).toContain(mine);
    expect((await get(mine)).text).toContain('Ouvrir une plage');
    expect((await get(`/pro/plages/${id}/modifier?conseiller=${lea}`)).status).toBe(200);
    actor = role('referent');
    expect((await get(mine)).text).not.toContain('Ouvrir une plage');
    expect((await get(`/pro/plages/${id}/modifier?conseiller=${lea}`)).status).toBe(404);
    expect((await post(`/pro/plages/nouvelle?conseiller=${lea}`, fields())).status).toBe(404);
    actor = role('adviser', await anAdviser(kit, network, office, 'Malo'));
    for (const url of [
      mine,
      `/pro/plages/${id}`,
      `/pro/absences?conseiller=${lea}`,
      `/pro/calendrier?conseiller=${lea}`,
    ]) {
      expect((await get(url)).status, url).toBe(404);
    }
    expect((await get('/pro/plages?conseiller=moi')).status).toBe(404);
  });
});

describe('absences', () => {
  test('one over interviews lists them; cancelled with a message, the page is settled', async () => {
    await openHours(kit, { network, office }, { personId: lea });
    const { appointmentId } = await book(kit, network, {
      slot: slotAt(office, lea, { at: '2026-11-10T09:00' }),
    });
    const declared = await post('/pro/absences/nouvelle?sorte=jours', [
      ['du', '2026-11-09'],
      ['au', '2026-11-13'],
    ]);
    expect(declared.status).toBe(303);
    const page = await get(declared.to);
    expect(page.text).toContain('Du 9 novembre au 13 novembre compris (5 jours)');
    expect(page.text).toContain('1 entretien tombe pendant cette absence');
    const [address = ''] = declared.to.split('?');
    const settle = `${address}/annuler/${appointmentId}`;
    expect((await post(settle, [['raison', 'parce que']])).status).toBe(409);
    const settled = await post(settle, [
      ['raison', 'adviser-away'],
      ['mot', 'Désolée !'],
    ]);
    expect(settled.to).toBe(`${address}?fait=annule`);
    expect((await get(address)).text).toContain('Aucun entretien ne tombe');
    expect(await standing(kit, appointmentId)).toMatchObject({
      status: 'cancelled',
      cancelled_by: 'structure',
    });
    expect((await post(settle, [['raison', 'adviser-away']])).status).toBe(409);
  });

  test('faults of each sort beside their fields', async () => {
    const faults = async (sort: string, posted: [string, string][]) => {
      const answer = await post(`/pro/absences/nouvelle?sorte=${sort}`, posted);
      expect(answer.status).toBe(422);
      return [...answer.text.matchAll(/href="#(champ-[a-z0-9-]+)"/g)].map(([, id]) => id);
    };
    expect(
      await faults('jours', [
        ['du', '2026-11-09'],
        ['au', '2026-11-08'],
      ]),
    ).toEqual(['champ-au']);
    expect(await faults('jours', [])).toEqual(['champ-du', 'champ-au']);
    expect(await faults('heures', [['du', '2026-11-09']])).toEqual(['champ-debut-1']);
    expect(
      await faults('heures', [
        ['du', '2026-11-01'],
        ['debut-1', '9h'],
        ['fin-1', '10h'],
      ]),
    ).toEqual(['champ-du']);
    expect(
      await faults('reguliere', [
        ['du', '2026-11-09'],
        ['debut-1', '9h'],
        ['fin-1', '10h'],
      ]),
    ).toEqual(['champ-repetition']);
    const long: [string, string][] = [
      ['du', '2026-11-09'],
      ['au', '2026-11-09'],
      ['motif', 'a'.repeat(501)],
    ];
    expect(await faults('jours', long)).toEqual(['champ-motif']);
  });
});

describe('calendar', () => {
  test('the three views, and why a time is not offered', async () => {
    await openHours(kit, { network, office }, { personId: lea });
    const { appointmentId } = await book(kit, network, {
      slot: slotAt(office, lea, { at: '2026-11-10T09:00' }),
    });
    for (const view of ['jour', 'semaine', 'mois']) {
      const page = await get(`/pro/calendrier?vue=${view}&du=2026-11-10`);
      expect(page.status).toBe(200);
      expect(page.text).toContain(`/pro/rendez-vous/${appointmentId}`);
      expect(page.text).toContain('Inès');
    }
    expect((await get('/pro/calendrier?vue=semaine&du=2026-11-10')).text).toContain(
      'Armistice de 1918',
    );
    expect((await get('/pro/calendrier?vue=siecle&du=jamais')).text).toContain(
      'Du 2 au 8 novembre',
    );
    const why = await get('/pro/calendrier/pourquoi?jour=2026-11-10&heure=09:00');
    expect(why.text).toContain('Vous êtes déjà pris, 9 h – 10 h.');
    expect(why.text).toContain(`/pro/rendez-vous/${appointmentId}`);
    expect((await get('/pro/calendrier/pourquoi?jour=2026-11-12&heure=09:00')).text).toContain(
      'est proposé au public',
    );
    expect((await get('/pro/calendrier/pourquoi?jour=2026-11-31&heure=9h')).status).toBe(422);
    expect((await get('/pro/calendrier/pourquoi')).status).toBe(200);
  });
});

import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Network } from '#modules/network/index.ts';
import { aVisitor, book, slotAt } from '#tests/appointments/booking.ts';
import { found } from '#tests/appointments/kit.ts';
import { aNetwork, anAdviser, anOffice, openHours } from '#tests/appointments/supply.ts';
import type { Town } from '#tests/network/so-mobilite.ts';
import { openWebKit } from '#tests/security/web-kit.ts';
import type { WebKit } from '#tests/security/web-kit.ts';

let kit: WebKit;
let network: Network;

beforeAll(async () => {
  kit = await openWebKit();
  network = await aNetwork(kit, 'so-mobilite', { residence: { kind: 'none' } });
});
afterAll(() => kit.close());

const TOWNS: readonly (readonly [Town, string, string])[] = [
  [
    { name: 'Pointe-à-Pitre', communeCode: '97120', lat: 16.24, lon: -61.53 },
    'America/Guadeloupe',
    '2026-11-19T13:00:00Z',
  ],
  [
    { name: 'Saint-Denis', communeCode: '97411', lat: -20.88, lon: 55.45 },
    'Indian/Reunion',
    '2026-11-19T05:00:00Z',
  ],
  [
    { name: 'Nouméa', communeCode: '98818', lat: -22.27, lon: 166.44 },
    'Pacific/Noumea',
    '2026-11-18T22:00:00Z',
  ],
];

describe('rdvsp #2518, #5702, #6207, #6695, rdv-insertion #3282: the hours are those of the place', () => {
  test.each(TOWNS)('$name', async (town, zone, instant) => {
    const office = await anOffice(kit, { network, town });
    expect(office.zone).toBe(zone);
    const adviser = await anAdviser(kit, network, office, 'Léa');
    await openHours(kit, { network, office }, { personId: adviser });
    const contacts = [
      { channel: 'email' as const, value: `${town.communeCode}@courriel.example` },
      { channel: 'phone' as const, value: `+336120${town.communeCode}` },
    ];
    const visitor = await aVisitor(kit, { contacts });
    const slot = slotAt(office, adviser, { at: '2026-11-19T09:00' });
    expect(Temporal.Instant.fromEpochMilliseconds(slot.start).toString()).toBe(instant);
    const { token } = await book(kit, network, { slot, visitor });
    await kit.runJobs();

    const page = (await kit.browse().get(`/rdv/${token}`)).body;
    const mail = found(kit.mails.findLast((one) => one.to === contacts[0]?.value));
    const sms = found(kit.sms.at(-1)).text;
    for (const said of [page, mail.text, mail.subject, sms]) {
      expect(said.replaceAll(/[\u00a0\u202f]/g, ' ')).toMatch(/jeudi 19 novembre.*\b9 h\b/is);
    }
    const event = new ICAL.Event(
      found(
        new ICAL.Component(ICAL.parse(found(mail.calendar).content)).getFirstSubcomponent('vevent'),
      ),
    );
    expect(event.startDate.toString()).toBe('2026-11-19T09:00:00');
    expect(mail.calendar?.content).toContain(`TZID=${zone}`);
    const file = (await kit.browse().get(`/rdv/${token}/rendez-vous.ics`)).body;
    expect(file).toContain(`DTSTART;TZID=${zone}:20261119T090000`);
  });
});

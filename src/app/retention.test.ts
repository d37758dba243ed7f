import { afterAll, beforeAll, expect, test } from 'vitest';
import { contextFor } from '#platform/context.ts';
import type { PersonId } from '#platform/kernel/actor.ts';
import { cancelAppointment } from '#modules/appointments/index.ts';
import type { Network } from '#modules/network/index.ts';
import { book, slotAt } from '#tests/appointments/booking.ts';
import { MONDAY, openBookingKit } from '#tests/appointments/kit.ts';
import type { BookingKit } from '#tests/appointments/kit.ts';
import { accepted, aNetwork, anAdviser, anOffice, openHours } from '#tests/appointments/supply.ts';
import type { Office } from '#tests/appointments/supply.ts';
import { keepRetention } from './retention.ts';

let kit: BookingKit;
let network: Network;
let office: Office;
let lea: PersonId;

beforeAll(async () => {
  kit = await openBookingKit();
  network = await aNetwork(kit);
  office = await anOffice(kit, { network });
  lea = await anAdviser(kit, network, office, 'Léa');
  await openHours(kit, { network, office }, { personId: lea, to: 17 });
});
afterAll(() => kit.close());

const sweep = () => keepRetention(contextFor(kit.services, { kind: 'system', job: 'retention' }));
const files = () =>
  kit.rows(
    'select first_name, anonymised_at is not null as gone from accompaniment.youth_file',
    [],
  );
const notes = () =>
  kit.rows('select cancellation_note, status from appointments.appointment order by id', []);

test('what was said is erased at the end of the network’s months, not before, and once', async () => {
  kit.clock.set(Temporal.Instant.from(MONDAY));
  const slot = slotAt(office, lea, { at: '2026-11-10T09:00', mode: 'in-person' });
  const { appointmentId } = await book(kit, network, { slot });
  accepted(
    await cancelAppointment(kit.visitor, {
      networkId: network.id,
      appointmentId,
      by: 'youth',
      reason: null,
      note: 'Je suis malade.',
    }),
  );
  const { youthFileMonths } = network.settings.retention;
  const end = Temporal.ZonedDateTime.from('2026-11-10T10:00[Europe/Paris]').add({
    months: youthFileMonths,
  });

  kit.clock.set(end.subtract({ days: 1 }).toInstant());
  expect(await sweep()).toBe(0);
  expect(await notes()).toEqual([{ cancellation_note: 'Je suis malade.', status: 'cancelled' }]);

  kit.clock.set(end.add({ days: 1 }).toInstant());
  expect(await sweep()).toBe(2);
  expect((await files()).map((file) => file['gone'])).toEqual([true]);
  expect(await notes()).toEqual([{ cancellation_note: null, status: 'cancelled' }]);
  expect(await sweep()).toBe(0);
});

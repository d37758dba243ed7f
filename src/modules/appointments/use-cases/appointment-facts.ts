import type { YouthFile } from '#modules/accompaniment/index.ts';
import type { Appointment } from '../data/appointments.ts';
import type { AppointmentFacts } from '../rules/cancellation.ts';
import { channelsTo } from '../rules/channels.ts';
import type { Channel } from '../rules/channels.ts';

/** What the rules need of an interview. */
export function factsOf(appointment: Appointment): AppointmentFacts {
  return { status: appointment.status, ...appointment.period };
}

/** The channels by which a young person can be told: those of the contacts given by someone who could prove them. */
export function channelsOf(youth: YouthFile | null): readonly Channel[] {
  return channelsTo(youth?.contacts.filter((contact) => contact.origin !== 'unproven') ?? []);
}

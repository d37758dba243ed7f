import type { Appointment } from '../data/appointments.ts';
import type { Subject } from './plan-messages.ts';

/** What messages need to know of an interview to be planned. */
export function subjectOf(appointment: Appointment): Subject {
  const { networkId, id, sequence, period, zone } = appointment;
  return { networkId, id, sequence, start: period.start, zone };
}

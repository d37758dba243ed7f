import type { Appointment } from '../data/appointments.ts';
import type { NetworkId } from '#platform/kernel/actor.ts';
import type { EpochMs } from '#platform/kernel/time.ts';
import type { AppointmentId } from '../rules/calendar.ts';

export interface Subject {
  readonly networkId: NetworkId;
  readonly id: AppointmentId;
  readonly sequence: number;
  readonly start: EpochMs;
  readonly zone: string;
}

/** What messages need to know of an interview to be planned. */
export function subjectOf(appointment: Appointment): Subject {
  const { networkId, id, sequence, period, zone } = appointment;
  return { networkId, id, sequence, start: period.start, zone };
}

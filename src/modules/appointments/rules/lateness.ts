import { HOUR_MS } from '#platform/kernel/time.ts';
import type { EpochMs } from '#platform/kernel/time.ts';
import type { AppointmentFacts } from './cancellation.ts';

/** "I am late" can be said from one hour before the start until the end. */
export function maySayLate(appointment: AppointmentFacts, now: EpochMs): boolean {
  return (
    appointment.status === 'booked' && now >= appointment.start - HOUR_MS && now < appointment.end
  );
}

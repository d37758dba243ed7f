import type { Tx } from '#platform/db/database.ts';
import type { Network } from '#modules/network/index.ts';
import type { Appointment, Meeting } from '../data/appointments.ts';
import { findOpening } from '../data/openings.ts';
import { meetingOf } from '../rules/meeting.ts';

/** How one meets in an interview about to be booked or moved, from the opening as it is now. `code` makes the video link unique. */
export async function readMeeting(
  tx: Tx,
  slot: Pick<Appointment, 'openingId' | 'mode'>,
  context: { readonly network: Network; readonly code: string },
): Promise<Meeting> {
  const opening = slot.openingId ? await findOpening(tx, slot.openingId) : null;
  return meetingOf(slot.mode, opening, {
    videoPattern: context.network.settings.videoPattern,
    code: context.code,
  });
}

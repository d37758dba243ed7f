import type { Ctx } from '#platform/context.ts';
import { calendarText } from '#platform/calendar/ics.ts';
import type { AppointmentView } from './open-private-page.ts';
import { entryOf, saidOf } from './tell-parties.ts';

/** The interview as a file that any calendar opens. Its UID is that of the invitation sent by mail: the same entry. */
export function appointmentFile(ctx: Ctx, view: AppointmentView, link: string): string {
  const said = saidOf(ctx, view, link);
  return calendarText({
    method: 'PUBLISH',
    name: view.network.name,
    entries: [entryOf(ctx, view, said)],
  });
}

import { epochDayOf } from '#platform/kernel/time.ts';
import { declareAbsence } from '#modules/appointments/index.ts';
import { contextAt, found, must } from './loading.ts';
import type { Loading } from './loading.ts';

const DAY_MINUTES = 1440;

/** Holidays and leaves: most are known before anyone books, one falls on interviews that are then to be settled. */
export async function loadAbsences(
  loading: Loading,
  when: 'before-interviews' | 'over-interviews',
): Promise<void> {
  const { services, network, now, today } = loading;
  for (const adviser of loading.data.structures.flatMap((structure) => structure.advisers)) {
    const personId = loading.people.get(`${adviser.givenName} ${adviser.familyName}`);
    for (const item of adviser.absences) {
      if (item.overInterviews !== (when === 'over-interviews')) continue;
      const declared = item.fromDays < 0 ? now.subtract({ hours: 24 * (3 - item.fromDays) }) : now;
      const days = item.untilDays - item.fromDays + 1;
      must(
        await declareAbsence(contextAt(services, declared), {
          networkId: network.id,
          absence: {
            personId: found(personId, adviser.givenName),
            kind: item.kind,
            zone: network.settings.timeZone,
            firstDay: epochDayOf(today.add({ days: item.fromDays })),
            blocks: [{ start: 0, end: days * DAY_MINUTES }],
            recurrence: null,
            reason: item.reason,
          },
        }),
        'an absence',
      );
    }
  }
}

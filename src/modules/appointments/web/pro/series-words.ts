import { dateOfEpochDay, isoWeekdayOf } from '#platform/kernel/time.ts';
import type { EpochDay, WallMinute } from '#platform/kernel/time.ts';
import { formatDate, formatDay, formatList, formatTime, formatWeekday, NBSP } from '#ui/format.ts';
import type { Block, IsoWeekday, Recurrence } from '../../rules/calendar.ts';

/** A Monday, from which weekdays take their names. */
const A_MONDAY = 4;

/** « mardi » */
export function weekdayName(weekday: IsoWeekday): string {
  return formatWeekday(dateOfEpochDay(A_MONDAY + weekday - 1));
}

/** « 9 h 30 »; midnight at the end of a day is « minuit ». */
export function minuteText(minute: WallMinute): string {
  if (minute === 1440) return 'minuit';
  return formatTime(
    Temporal.PlainTime.from({ hour: Math.floor(minute / 60) % 24, minute: minute % 60 }),
  );
}

/** « de 9 h à 12 h et de 14 h à 17 h » */
export function hoursText(blocks: readonly Block[]): string {
  const sorted = [...blocks].sort((a, b) => a.start - b.start);
  return formatList(sorted.map(({ start, end }) => `de ${minuteText(start)} à ${minuteText(end)}`));
}

export interface Said {
  readonly firstDay: EpochDay;
  readonly recurrence: Recurrence | null;
  readonly today: Temporal.PlainDate;
}

/** « tous les mardis et jeudis », « un mardi sur deux », « le 1er et le 3e mardi du mois », « le mardi 24 novembre ». */
export function daysText({ firstDay, recurrence, today }: Said): string {
  if (recurrence === null) return `le ${formatDay(dateOfEpochDay(firstDay), { today })}`;
  switch (recurrence.every) {
    case 'day':
      return recurrence.interval === 1
        ? dailyText(recurrence)
        : `tous les ${recurrence.interval}${NBSP}jours`;
    case 'week':
      return weeklyText(firstDay, recurrence);
    case 'month':
      return monthlyText(firstDay, recurrence);
  }
}

function dailyText({ weekdays }: Recurrence): string {
  return weekdays.length === 0
    ? 'tous les jours'
    : `tous les ${formatList(weekdays.map((one) => `${weekdayName(one)}s`))}`;
}

function weeklyText(firstDay: EpochDay, { interval, weekdays }: Recurrence): string {
  const days = [...(weekdays.length > 0 ? weekdays : [isoWeekdayOf(firstDay) as IsoWeekday])].sort(
    (a, b) => a - b,
  );
  const names = days.map(weekdayName);
  const isRun = days.length > 2 && days.every((day, index) => day === (days[0] ?? 0) + index);
  const run = `du ${names[0]} au ${names.at(-1)}`;
  if (interval === 1)
    return isRun
      ? `chaque semaine, ${run}`
      : `tous les ${formatList(names.map((name) => `${name}s`))}`;
  if (interval === 2 && names.length === 1) return `un ${names[0]} sur deux`;
  const often = interval === 2 ? 'une semaine sur deux' : `toutes les ${interval}${NBSP}semaines`;
  return `${often}, ${isRun ? run : formatList(names.map((name) => `le ${name}`))}`;
}

const RANKS: Readonly<Record<string, string>> = {
  '1': '1er',
  '2': '2e',
  '3': '3e',
  '4': '4e',
  '5': '5e',
  '-1': 'dernier',
  '-2': 'avant-dernier',
};

function monthlyText(firstDay: EpochDay, { interval, nth }: Recurrence): string {
  const month = interval === 1 ? 'de chaque mois' : `tous les ${interval}${NBSP}mois`;
  const [first] = nth;
  if (!first) return `le ${formatDate(dateOfEpochDay(firstDay)).split(NBSP)[0]} ${month}`;
  if (nth.every((one) => one.weekday === first.weekday)) {
    const ranks = nth.map((one) => `le ${RANKS[one.n] ?? `${one.n}e`}`);
    return `${formatList(ranks)} ${weekdayName(first.weekday)} ${month}`;
  }
  const each = nth.map((one) => `le ${RANKS[one.n] ?? `${one.n}e`} ${weekdayName(one.weekday)}`);
  return `${formatList(each)} ${month}`;
}

/** « à partir du 1er décembre, jusqu’au 30 juin 2027 »; nothing for a single day, nor for what has begun without end. */
export function boundsText({ firstDay, recurrence, today }: Said): string {
  if (recurrence === null) return '';
  const first = dateOfEpochDay(firstDay);
  const isAhead = Temporal.PlainDate.compare(first, today) > 0;
  const from = isAhead ? [`à partir du ${formatDate(first, { today })}`] : [];
  const { until } = recurrence;
  const to = until === null ? [] : [`jusqu’au ${formatDate(dateOfEpochDay(until), { today })}`];
  return [...from, ...to].join(', ');
}

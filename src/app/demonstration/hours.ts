import type { AppointmentMode } from '#modules/appointments/index.ts';

const WEEKDAYS = ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim'] as const;
const MODES: Readonly<Record<string, AppointmentMode>> = {
  'sur-place': 'in-person',
  visio: 'video',
  telephone: 'phone',
};
const RANKS: Readonly<Record<string, number>> = {
  '1er': 1,
  '2e': 2,
  '3e': 3,
  '4e': 4,
  dernier: -1,
};

/** 1 Monday … 7 Sunday. */
type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface ReadDays {
  readonly weekdays: readonly Weekday[];
  /** Of the month; the weekdays are then empty. */
  readonly nth: readonly { readonly n: number; readonly weekday: Weekday }[];
}

/** « lun mer » is every Monday and Wednesday, « 2e-mar dernier-ven » days of the month. Throws on anything else. */
export function readDays(text: string): ReadDays {
  const words = text.split(' ');
  const nth = words.filter((word) => word.includes('-')).map(readNth);
  const weekdays = words.filter((word) => !word.includes('-')).map(readWeekday);
  if (nth.length > 0 && weekdays.length > 0)
    throw new Error(`weeks and months are not mixed: ${text}`);
  return { weekdays, nth };
}

function readNth(word: string): { n: number; weekday: Weekday } {
  const [rank = '', day = ''] = word.split('-');
  const n = RANKS[rank];
  if (n === undefined) throw new Error(`not a rank: ${word}`);
  return { n, weekday: readWeekday(day) };
}

function readWeekday(word: string): Weekday {
  const index = WEEKDAYS.findIndex((day) => day === word);
  if (index < 0) throw new Error(`not a day: ${word}`);
  return (index + 1) as Weekday;
}

/** « 9-12 13:30-17 » in wall minutes. */
export function readBlocks(
  text: string,
): readonly { readonly start: number; readonly end: number }[] {
  return text.split(' ').map((block) => {
    const [start, end] = block.split('-').map(readMinute);
    if (start === undefined || end === undefined || end <= start)
      throw new Error(`not hours: ${block}`);
    return { start, end };
  });
}

function readMinute(text: string): number {
  const [hours, minutes = '0'] = text.split(':');
  const minute = Number(hours) * 60 + Number(minutes);
  if (!Number.isInteger(minute) || minute < 0 || minute > 1440)
    throw new Error(`not an hour: ${text}`);
  return minute;
}

export function readModes(words: readonly string[]): AppointmentMode[] {
  return words.map((word) => {
    const mode = MODES[word];
    if (!mode) throw new Error(`not a way of meeting: ${word}`);
    return mode;
  });
}

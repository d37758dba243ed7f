/** French words for dates, times and numbers. Pure: nothing here reads the clock or the machine's language. */

const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;
const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

/** No-break space: a number never leaves its unit. */
export const NBSP = '\u00a0';
/** Narrow no-break space: between thousands, before ; ! ?. */
export const NNBSP = '\u202f';

type HasDate = Temporal.PlainDate | Temporal.PlainDateTime | Temporal.ZonedDateTime;
type HasTime = Temporal.PlainTime | Temporal.PlainDateTime | Temporal.ZonedDateTime;
type HasBoth = Temporal.PlainDateTime | Temporal.ZonedDateTime;

export interface DayOptions {
  /** The day of reading: the year is written when it is not this one's. Without it the year is not written. */
  readonly today?: HasDate | undefined;
}

function dayNumber(day: number): string {
  return day === 1 ? '1er' : String(day);
}

/** « 3 mai », « 1er mai 2028 » when the year differs from today's. */
export function formatDate(date: HasDate, { today }: DayOptions = {}): string {
  const year = today !== undefined && today.year !== date.year ? ` ${date.year}` : '';
  return `${dayNumber(date.day)}${NBSP}${MONTHS[date.month - 1]}${year}`;
}

/** « lundi 3 mai », « lundi 3 mai 2027 » when the year differs from today's. */
export function formatDay(date: HasDate, options: DayOptions = {}): string {
  return `${formatWeekday(date)} ${formatDate(date, options)}`;
}

/** « aujourd’hui », « demain », « hier », else as `formatDay`. */
export function formatRelativeDay(date: HasDate, today: Temporal.PlainDate): string {
  const day = Temporal.PlainDate.from({ year: date.year, month: date.month, day: date.day });
  const words: Readonly<Record<number, string>> = { [-1]: 'hier', 0: 'aujourd’hui', 1: 'demain' };
  return words[today.until(day).days] ?? formatDay(day, { today });
}

export function formatWeekday(date: HasDate): string {
  return DAYS[date.dayOfWeek - 1] ?? '';
}

/** « mai 2027 ». */
export function formatMonth(date: HasDate | Temporal.PlainYearMonth): string {
  return `${MONTHS[date.month - 1]} ${date.year}`;
}

/** « 03/05/2027 », for tables of professionals. */
export function formatShortDate(date: HasDate): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(date.day)}/${two(date.month)}/${date.year}`;
}

/** « 9 h », « 9 h 05 ». */
export function formatTime(time: HasTime): string {
  const minutes = time.minute === 0 ? '' : `${NBSP}${String(time.minute).padStart(2, '0')}`;
  return `${time.hour}${NBSP}h${minutes}`;
}

/** « de 9 h à 10 h 30 ». */
export function formatTimeRange(start: HasTime, end: HasTime): string {
  return `de ${formatTime(start)} à ${formatTime(end)}`;
}

/** « lundi 3 mai à 9 h 30 ». */
export function formatDateTime(at: HasBoth, options: DayOptions = {}): string {
  return `${formatDay(at, options)} à ${formatTime(at)}`;
}

/** `minutes` as « 45 min », « 1 h », « 1 h 30 ». Refuses nothing; a negative duration is written with its sign. */
export function formatDuration(minutes: number): string {
  const size = Math.abs(Math.round(minutes));
  const sign = minutes < 0 ? '−' : '';
  const hours = Math.floor(size / 60);
  const rest = size % 60;
  if (hours === 0) return `${sign}${rest}${NBSP}min`;
  return `${sign}${hours}${NBSP}h${rest === 0 ? '' : `${NBSP}${String(rest).padStart(2, '0')}`}`;
}

/** « 1 234,5 » with at most `decimals` figures after the comma (0 unless told). */
export function formatNumber(value: number, decimals = 0): string {
  const [whole = '0', part] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NNBSP);
  const trimmed = part?.replace(/0+$/, '') ?? '';
  const text = trimmed === '' ? grouped : `${grouped},${trimmed}`;
  return value < 0 && text !== '0' ? `−${text}` : text;
}

/** A share from 0 to 1 as « 42 % ». */
export function formatPercent(share: number, decimals = 0): string {
  return `${formatNumber(share * 100, decimals)}${NBSP}%`;
}

/** `km` as « moins de 1 km », « 2,5 km » under 10, « 12 km » from there. */
export function formatDistance(km: number): string {
  if (km < 1) return `moins de 1${NBSP}km`;
  return `${formatNumber(km, km < 9.95 ? 1 : 0)}${NBSP}km`;
}

export interface Noun {
  readonly one: string;
  readonly many: string;
}

/** French plural starts at 2: 0 and 1 (and 1,5) are singular. */
export function plural(count: number, { one, many }: Noun): string {
  return Math.abs(count) < 2 ? one : many;
}

/** « 1 créneau », « 0 créneau », « 1 200 créneaux ». */
export function formatCount(count: number, noun: Noun): string {
  return `${formatNumber(count)}${NBSP}${plural(count, noun)}`;
}

/** « lundi, mardi et jeudi »; the empty text for an empty list. */
export function formatList(items: readonly string[], last: 'et' | 'ou' = 'et'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${last} ${items[items.length - 1]}`;
}

/** A French number as « 05 55 12 34 56 »; anything else is given back as it came. */
export function formatPhone(phone: string): string {
  const digits = phone.replace(/[\s.-]/g, '').replace(/^(?:\+33|0033)(?=[1-9]\d{8}$)/, '0');
  return /^0\d{9}$/.test(digits) ? (digits.match(/\d\d/g) ?? []).join(NBSP) : phone;
}

/** The first letter in capital: a day at the head of a title. */
export function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);
}

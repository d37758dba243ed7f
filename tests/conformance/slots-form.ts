import { UnknownForm } from './suite.ts';

/** The form of slots.json, as `slots.README.md` beside it gives it. */
export interface SlotsCase {
  readonly id?: string;
  readonly kind: string;
  readonly time_zone: string;
  readonly now?: string;
  readonly window?: CaseWindow;
  readonly slot?: CaseSlot;
  readonly notice_min?: { readonly min?: number; readonly max?: number };
  readonly horizon?: { readonly days: number; readonly count: string };
  readonly agents?: readonly CaseAgent[];
  readonly public_holidays?: readonly string[];
  readonly merge?: string;
  readonly viewer?: string;
  readonly series?: CaseSeries;
  readonly openings?: readonly CaseSeries[];
  readonly join_adjacent?: boolean;
  readonly also?: CaseExpected & { readonly duration_min: number };
  readonly expected: CaseExpected;
}

export interface CaseWindow {
  readonly from: string;
  readonly to: string;
}

export interface CaseSlot {
  readonly duration_min: number;
  readonly step_min?: number;
  readonly buffer_after_min?: number;
  readonly buffer_before_min?: number;
  readonly buffers?: string;
}

export interface CaseRecurrence {
  readonly freq: 'day' | 'week' | 'month';
  readonly interval?: number;
  readonly weekdays?: readonly string[];
  readonly nth?: readonly { readonly weekday: string; readonly n: number }[];
  readonly until?: string;
  readonly until_instant?: string;
}

export interface CaseSeries {
  readonly first_day: string;
  readonly start: string;
  readonly end: string;
  readonly end_day?: string;
  readonly recurrence?: CaseRecurrence | null;
  readonly exdates?: readonly string[];
  readonly moved?: readonly CaseMoved[];
  readonly transparent?: boolean;
}

export interface CaseMoved {
  readonly date: string;
  readonly start: string;
  readonly end: string;
  readonly busy?: boolean;
}

export interface CaseAbsence {
  readonly start: string;
  readonly end: string;
  readonly recurrence?: CaseRecurrence | null;
}

export interface CaseHold {
  readonly start: string;
  readonly end: string;
  readonly owner?: string;
  readonly expires?: string;
}

export interface CaseAgent {
  readonly id: string;
  readonly openings?: readonly CaseSeries[];
  readonly absences?: readonly CaseAbsence[];
  readonly bookings?: readonly {
    readonly start: string;
    readonly end: string;
    readonly status?: string;
  }[];
  readonly holds?: readonly CaseHold[];
}

export interface CaseExpected {
  readonly starts?: readonly string[];
  readonly match?: string;
  readonly days?: readonly string[];
  readonly per_agent?: Readonly<Record<string, readonly string[]>>;
  readonly first?: string | null;
  readonly count?: number;
  readonly ranges?: readonly (readonly [string, string])[];
  readonly occurrences?: readonly (readonly [string, string])[];
  readonly at?: Readonly<Record<string, string>>;
  readonly dates?: readonly string[];
  readonly true?: readonly string[];
  readonly false?: readonly string[];
  readonly open?: readonly string[];
  readonly closed?: readonly string[];
  readonly first_of_day?: Readonly<Record<string, string>>;
  readonly window?: readonly [string, string] | null;
  readonly overlap?: boolean;
  readonly yes?: readonly string[];
  readonly no?: readonly string[];
}

/** The cases of the file, the form being checked as far as a case can be run: its kind, its zone, what is expected. */
export function slotsCasesOf(document: unknown): readonly SlotsCase[] {
  if (!isRecord(document) || !Array.isArray(document['cases'])) {
    throw new UnknownForm('no list "cases"');
  }
  const cases: unknown[] = document['cases'];
  for (const [index, one] of cases.entries()) {
    const isCase =
      isRecord(one) &&
      typeof one['kind'] === 'string' &&
      typeof one['time_zone'] === 'string' &&
      isRecord(one['expected']);
    if (!isCase) throw new UnknownForm(`cases#${index} is not a case of slots`);
  }
  return cases as readonly SlotsCase[];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

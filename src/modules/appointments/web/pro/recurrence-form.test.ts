import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { epochDayOf } from '#platform/kernel/time.ts';
import type { FormValues } from '#platform/http/forms.ts';
import type { IsoWeekday, Recurrence } from '../../rules/calendar.ts';
import { firstComing, RANK_VALUES, readRecurrence, recurrenceValues } from './recurrence-form.ts';
import { boundsText, daysText, hoursText } from './series-words.ts';
import { blockRows, blockValues, readBlocks, readDay, readTime, readWhole } from './typed.ts';
import type { Typed } from './typed.ts';

function typing(values: FormValues): Typed & { readonly errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  return {
    values,
    errors,
    wrong: (field, message) => {
      errors[field] ??= message;
    },
  };
}

const FIRST = epochDayOf(Temporal.PlainDate.from('2026-11-24'));
const weekday = fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<IsoWeekday>;
const until = fc.option(fc.integer({ min: FIRST, max: FIRST + 2000 }));

/** As the form makes them: days in order, each once. */
const weekly: fc.Arbitrary<Recurrence> = fc.record({
  every: fc.constant('week' as const),
  interval: fc.integer({ min: 1, max: 52 }),
  weekdays: fc.uniqueArray(weekday, { minLength: 1 }).map((days) => days.toSorted((a, b) => a - b)),
  nth: fc.constant([]),
  until,
});
const monthly: fc.Arbitrary<Recurrence> = fc
  .tuple(
    weekday,
    fc.subarray(RANK_VALUES.map(Number), { minLength: 1 }),
    fc.integer({ min: 1, max: 12 }),
    until,
  )
  .map(([day, ranks, interval, end]) => ({
    ...{ every: 'month' as const, interval, weekdays: [], until: end },
    nth: ranks.map((n) => ({ weekday: day, n })),
  }));

describe('a recurrence through its fields', () => {
  test('what is saved comes back whole from the form that shows it (rdvsp #6329)', () => {
    fc.assert(
      fc.property(fc.oneof(weekly, monthly, fc.constant(null)), (recurrence) => {
        const typed = typing(recurrenceValues(recurrence));
        expect(readRecurrence(typed, { firstDay: FIRST, saved: recurrence })).toEqual(recurrence);
        expect(typed.errors).toEqual({});
      }),
    );
  });

  test('one that the fields cannot say is kept, never lost', () => {
    const odd: Recurrence[] = [
      { every: 'day', interval: 3, weekdays: [], nth: [], until: null },
      { every: 'week', interval: 53, weekdays: [1], nth: [], until: null },
      { every: 'month', interval: 1, weekdays: [], nth: [], until: FIRST + 30 },
      { every: 'month', interval: 1, weekdays: [], nth: [{ weekday: 1, n: 5 }], until: null },
      {
        every: 'month',
        interval: 1,
        weekdays: [],
        nth: [
          { weekday: 1, n: 1 },
          { weekday: 2, n: 1 },
        ],
        until: null,
      },
    ];
    for (const saved of odd) {
      const values = recurrenceValues(saved);
      expect(values['repetition']).toBe('inchangee');
      expect(readRecurrence(typing(values), { firstDay: FIRST, saved })).toEqual(saved);
    }
    expect(
      readRecurrence(typing({ repetition: 'inchangee' }), { firstDay: FIRST, saved: null }),
    ).toBeUndefined();
  });

  test('faults are said beside their field, both sides of each bound', () => {
    const faults = (values: FormValues) => {
      const typed = typing(values);
      readRecurrence(typed, { firstDay: FIRST, saved: null });
      return Object.keys(typed.errors);
    };
    expect(faults({})).toEqual(['repetition']);
    const every = (toutes: string) => faults({ repetition: 'semaines', jours: ['2'], toutes });
    expect(['0', '1', '52', '53'].map((one) => every(one).length)).toEqual([1, 0, 0, 1]);
    const months = (text: string) =>
      faults({ repetition: 'mois', rangs: ['1'], 'jour-du-mois': '2', 'tous-les-mois': text });
    expect(['0', '1', '12', '13'].map((one) => months(one).length)).toEqual([1, 0, 0, 1]);
    expect(faults({ repetition: 'mois' })).toEqual(['rangs', 'jour-du-mois']);
    const end = (jusquau: string) => faults({ repetition: 'semaines', jusquau });
    expect([end('2026-11-23'), end('2026-11-24'), end('2026-02-30')]).toEqual([
      ['jusquau'],
      [],
      ['jusquau'],
    ]);
  });

  test('the first day is one that comes, so that « one in two » counts from it', () => {
    const sunday = FIRST - 2;
    const series = {
      every: 'week' as const,
      interval: 2,
      weekdays: [4 as const],
      nth: [],
      until: null,
    };
    expect(firstComing(sunday, series)).toBe(FIRST + 2);
    expect(firstComing(FIRST + 2, series)).toBe(FIRST + 2);
    expect(firstComing(FIRST + 3, series)).toBe(FIRST + 9);
    const second = {
      ...series,
      every: 'month' as const,
      weekdays: [],
      nth: [{ weekday: 2 as const, n: 1 }],
    };
    expect(firstComing(FIRST, second)).toBe(epochDayOf(Temporal.PlainDate.from('2026-12-01')));
    expect(firstComing(FIRST, null)).toBe(FIRST);
    expect(firstComing(FIRST + 3, { ...series, until: FIRST + 4 })).toBe(FIRST + 3);
  });

  test('no weekday ticked: that of the first day', () => {
    const typed = typing({ repetition: 'semaines', toutes: '2' });
    expect(readRecurrence(typed, { firstDay: FIRST, saved: null })).toMatchObject({
      weekdays: [2],
      interval: 2,
    });
  });
});

describe('hours through their fields', () => {
  test('what is saved comes back, midnight included', () => {
    const blocks = [
      { start: 0, end: 60 },
      { start: 540, end: 720 },
      { start: 1320, end: 1440 },
    ];
    expect(readBlocks(typing(blockValues(blocks)))).toEqual(blocks);
    expect(blockRows(blockValues(blocks))).toEqual([1, 2, 3, 4]);
  });

  test('an end before its start, a half row, no row', () => {
    const faults = (values: FormValues) => {
      const typed = typing(values);
      readBlocks(typed);
      return Object.keys(typed.errors);
    };
    expect(faults({ 'debut-1': '09:00', 'fin-1': '09:00' })).toEqual(['fin-1', 'debut-1']);
    expect(faults({ 'debut-1': '09:00', 'fin-1': '09:01' })).toEqual([]);
    expect(faults({ 'debut-2': '09:00' })).toEqual(['fin-2', 'debut-1']);
    expect(faults({})).toEqual(['debut-1']);
  });

  test('as fields post them, and as one types them', () => {
    const times = ['09:00', '9h', '9 h 30', '23:59', '24:00', '9:60', 'midi', ''];
    expect(times.map(readTime)).toEqual([540, 540, 570, 1439, null, null, null, null]);
    expect(readDay('24/11/2026')).toBe(FIRST);
    expect(['2026-11-24', '2026-02-29', '1999-12-31', '24-11'].map(readDay)).toEqual([
      FIRST,
      null,
      null,
      null,
    ]);
    expect(
      ['9', '10', '480', '481', '1e2', '-5'].map((text) => readWhole(text, [10, 480])),
    ).toEqual([null, 10, 480, null, null, null]);
  });
});

describe('a series in words', () => {
  const today = Temporal.PlainDate.from('2026-11-22');
  const say = (recurrence: Partial<Recurrence> | null) =>
    daysText({
      ...{ firstDay: FIRST, today },
      recurrence: recurrence && {
        every: 'week',
        interval: 1,
        weekdays: [2, 4],
        nth: [],
        until: null,
        ...recurrence,
      },
    }).replaceAll('\u00a0', ' ');

  test.each([
    [null, 'le mardi 24 novembre'],
    [{}, 'tous les mardis et jeudis'],
    [{ weekdays: [1, 2, 3, 4, 5] }, 'chaque semaine, du lundi au vendredi'],
    [{ interval: 2, weekdays: [2] }, 'un mardi sur deux'],
    [{ interval: 2 }, 'une semaine sur deux, le mardi et le jeudi'],
    [{ interval: 3, weekdays: [5] }, 'toutes les 3 semaines, le vendredi'],
    [
      {
        every: 'month',
        weekdays: [],
        nth: [
          { weekday: 2, n: 1 },
          { weekday: 2, n: 3 },
        ],
      },
      'le 1er et le 3e mardi de chaque mois',
    ],
    [
      { every: 'month', interval: 2, weekdays: [], nth: [{ weekday: 5, n: -1 }] },
      'le dernier vendredi tous les 2 mois',
    ],
    [{ every: 'month', weekdays: [] }, 'le 24 de chaque mois'],
    [{ every: 'day', weekdays: [] }, 'tous les jours'],
  ] as const)('%j: %s', (recurrence, words) => {
    expect(say(recurrence)).toBe(words);
  });

  test('hours and bounds', () => {
    const hours = hoursText([
      { start: 840, end: 1440 },
      { start: 540, end: 750 },
    ]);
    expect(hours.replaceAll('\u00a0', ' ')).toBe('de 9 h à 12 h 30 et de 14 h à minuit');
    const recurrence: Recurrence = {
      every: 'week',
      interval: 1,
      weekdays: [2],
      nth: [],
      until: FIRST + 250,
    };
    const bounds = boundsText({ firstDay: FIRST, recurrence, today });
    expect(bounds.replaceAll('\u00a0', ' ')).toBe(
      'à partir du 24 novembre, jusqu’au 1er août 2027',
    );
    expect(
      boundsText({ firstDay: FIRST - 7, recurrence: { ...recurrence, until: null }, today }),
    ).toBe('');
  });
});

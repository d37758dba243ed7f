import { describe, expect, test } from 'vitest';
import { readBlocks, readDays, readModes } from './hours.ts';

describe('hours as the data file writes them', () => {
  test('days of the week, or of the month', () => {
    expect(readDays('lun ven')).toEqual({ weekdays: [1, 5], nth: [] });
    expect(readDays('2e-mar dernier-ven')).toEqual({
      weekdays: [],
      nth: [
        { n: 2, weekday: 2 },
        { n: -1, weekday: 5 },
      ],
    });
    expect(() => readDays('lun 2e-mar')).toThrow('not mixed');
    expect(() => readDays('lundi')).toThrow('not a day');
    expect(() => readDays('5e-mar')).toThrow('not a rank');
  });

  test('several blocks a day, half hours', () => {
    expect(readBlocks('9-12 13:30-17')).toEqual([
      { start: 540, end: 720 },
      { start: 810, end: 1020 },
    ]);
    expect(readBlocks('0-24')).toEqual([{ start: 0, end: 1440 }]);
    for (const wrong of ['12-9', '9-9', '9', 'x-12', '20-25'])
      expect(() => readBlocks(wrong)).toThrow();
  });

  test('ways of meeting', () => {
    expect(readModes(['sur-place', 'visio', 'telephone'])).toEqual(['in-person', 'video', 'phone']);
    expect(() => readModes(['pigeon'])).toThrow('pigeon');
  });
});

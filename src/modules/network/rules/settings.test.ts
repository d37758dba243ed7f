import { describe, expect, test } from 'vitest';
import type { NetworkSettings } from './settings.ts';
import { NETWORK_PRESETS, defaultSettings, findSettingsProblems } from './settings.ts';

const base = defaultSettings('mobility-advice');
const problemsOf = (changes: Partial<NetworkSettings>) =>
  findSettingsProblems({ ...base, ...changes });

test.each(NETWORK_PRESETS)('a network may work with the settings of %s', (preset) => {
  expect(findSettingsProblems(defaultSettings(preset))).toEqual([]);
});

test('So Mobilité: up to 35 in the region, 1 h, 48 h before, 3 slots a week (SM-20, SM-21, SM-28, SM-31, SM-36)', () => {
  expect(base).toMatchObject({
    ageMin: null,
    ageMax: 35,
    residence: { kind: 'region' },
    slotMinutes: 60,
    minimumNoticeHours: 48,
    confirmWithinHours: 48,
    weeklyMinimumSlots: 3,
  });
});

describe('bounds, both sides', () => {
  test.each<[Partial<NetworkSettings>, Partial<NetworkSettings>, keyof NetworkSettings]>([
    [{ slotMinutes: 5 }, { slotMinutes: 4 }, 'slotMinutes'],
    [{ slotMinutes: 480 }, { slotMinutes: 481 }, 'slotMinutes'],
    [{ slotMinutes: 45 }, { slotMinutes: 45.5 }, 'slotMinutes'],
    [{ minimumNoticeHours: 0 }, { minimumNoticeHours: -1 }, 'minimumNoticeHours'],
    [{ holdMinutes: 60 }, { holdMinutes: 61 }, 'holdMinutes'],
    [{ furthestDays: 400 }, { furthestDays: 401 }, 'furthestDays'],
    [{ ageMax: null }, { ageMax: 121 }, 'ageMax'],
    [{ quietHours: { from: 23, until: 0 } }, { quietHours: { from: 24, until: 8 } }, 'quietHours'],
    [{ reminders: [] }, { reminders: [0] }, 'reminders'],
    [{ contactDelay: { min: 1, max: 60 } }, { contactDelay: { min: 1, max: 61 } }, 'contactDelay'],
    [
      { retention: { youthFileMonths: 1, unansweredMonths: 1 } },
      { retention: { youthFileMonths: 0, unansweredMonths: 1 } },
      'retention',
    ],
  ])('%j passes, %j does not', (within, beyond, field) => {
    expect(problemsOf(within)).toEqual([]);
    expect(problemsOf(beyond)).toEqual([{ field, code: 'out-of-bounds' }]);
  });
});

describe('contradictions', () => {
  test.each<[Partial<NetworkSettings>, Partial<NetworkSettings>, keyof NetworkSettings]>([
    [{ ageMin: 35, ageMax: 35 }, { ageMin: 36, ageMax: 35 }, 'ageMin'],
    [{ contactDelay: { min: 3, max: 3 } }, { contactDelay: { min: 4, max: 3 } }, 'contactDelay'],
    [{ reminders: [48, 3] }, { reminders: [3, 48] }, 'reminders'],
    [{ reminders: [48] }, { reminders: [48, 48] }, 'reminders'],
    [{ furthestDays: 3 }, { furthestDays: 2 }, 'minimumNoticeHours'],
  ])('%j passes, %j does not', (within, against, field) => {
    expect(problemsOf(within)).toEqual([]);
    expect(problemsOf(against)).toEqual([{ field, code: 'contradictory' }]);
  });
});

describe('texts', () => {
  test.each(['Europe/Paris', 'Indian/Reunion', 'America/Guadeloupe', 'Pacific/Noumea'])(
    '%s is a zone',
    (timeZone) => {
      expect(problemsOf({ timeZone })).toEqual([]);
    },
  );

  test.each(['Europe/Bordeaux', '', '+02:00'])('%j is not', (timeZone) => {
    expect(problemsOf({ timeZone })).toEqual([{ field: 'timeZone', code: 'unknown-zone' }]);
  });

  test.each([
    ['https://meet.example/{code}', true],
    ['https://meet.example/somob-{code}?lang=fr', true],
    [null, true],
    ['http://meet.example/{code}', false],
    ['https://meet.example/', false],
    ['https://meet.example/{code}/{code}', false],
    ['javascript:{code}', false],
  ])('video pattern %j: %s', (videoPattern, isOne) => {
    expect(problemsOf({ videoPattern })).toEqual(
      isOne ? [] : [{ field: 'videoPattern', code: 'not-a-pattern' }],
    );
  });

  test.each([
    ['rdv@somobilite.example', true],
    ['So Mobilité <rdv@somobilite.example>', true],
    ['somobilite', false],
    ['rdv@somobilite.example\r\nBcc: x@y.example', false],
  ])('sender %j: %s', (mailFrom, isOne) => {
    expect(problemsOf({ mailFrom })).toEqual(
      isOne ? [] : [{ field: 'mailFrom', code: 'not-an-address' }],
    );
  });
});

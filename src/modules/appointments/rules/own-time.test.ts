import { expect, it } from 'vitest';
import { ownTimeSentence } from './own-time.ts';

const at = Date.UTC(2026, 11, 1, 8, 0);

it('says nothing when the two clocks agree, whatever their names', () => {
  const same = { at, zone: 'Europe/Paris', informal: 'tu' as const };
  expect(ownTimeSentence({ ...same, ownZone: 'Europe/Paris' })).toBeNull();
  expect(ownTimeSentence({ ...same, ownZone: 'Europe/Madrid' })).toBeNull();
});

it('says both hours, and the day when it is another one', () => {
  const sentence = ownTimeSentence({
    at,
    zone: 'Europe/Paris',
    ownZone: 'Pacific/Tahiti',
    informal: 'tu',
  });
  expect(sentence).toContain('mardi');
  expect(sentence).toContain('09:00');
  expect(sentence).toContain('lundi');
  expect(sentence).toContain('22:00');
  expect(sentence).toContain('chez toi');
  expect(
    ownTimeSentence({ at, zone: 'Europe/Paris', ownZone: 'Pacific/Tahiti', informal: 'vous' }),
  ).toContain('chez vous');
});

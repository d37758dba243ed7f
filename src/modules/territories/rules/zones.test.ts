import { describe, expect, it } from 'vitest';
import { departementCodeOf, zoneOfCommune, zoneOfDepartement } from './zones.ts';

const METROPOLE = [
  ...Array.from({ length: 95 }, (_, index) => String(index + 1).padStart(2, '0')).filter(
    (code) => code !== '20',
  ),
  '2A',
  '2B',
];

describe('zoneOfDepartement', () => {
  it.each(METROPOLE)('%s keeps the time of Paris', (code) => {
    expect(zoneOfDepartement(code)).toBe('Europe/Paris');
  });

  it.each([
    ['971', -4],
    ['972', -4],
    ['973', -3],
    ['974', 4],
    ['975', -3],
    ['976', 3],
    ['977', -4],
    ['978', -4],
    ['984', 5],
    ['986', 12],
    ['987', -10],
    ['988', 11],
    ['989', -8],
  ])('%s is %i hours from UTC in January', (code, hours) => {
    const at = Temporal.Instant.from('2027-01-15T12:00:00Z').toZonedDateTimeISO(
      zoneOfDepartement(code),
    );
    expect(at.offsetNanoseconds / 3.6e12).toBe(hours);
  });

  it.each(['00', '20', '96', '970', '979', '980', '990', '2C', '', '1', 'Paris'])(
    '%j is no département',
    (code) => {
      expect(() => zoneOfDepartement(code)).toThrow(RangeError);
    },
  );
});

describe('zoneOfCommune', () => {
  it.each([
    ['23096', 'Europe/Paris'],
    ['2A004', 'Europe/Paris'],
    ['97411', 'Indian/Reunion'],
    ['98735', 'Pacific/Tahiti'],
    ['98731', 'Pacific/Marquesas'],
    ['98719', 'Pacific/Gambier'],
  ])('%s keeps %s', (code, zone) => {
    expect(zoneOfCommune(code)).toBe(zone);
  });

  it('reads the département in the code', () => {
    expect(['01001', '2B033', '97105', '98818'].map(departementCodeOf)).toEqual([
      '01',
      '2B',
      '971',
      '988',
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { decidePassword } from './password.ts';

const about = ['solene.garrigue@missionlocale.example', 'Solène', 'Garrigue'];
const refusalOf = (password: string) => {
  const decision = decidePassword({ password, about });
  return decision.ok ? 'accepted' : decision.refusal;
};

describe('a password', () => {
  test.each([
    ['quatre noix', 'too-short'],
    ['quatre noix!', 'accepted'],
    ['x7'.padEnd(128, 'une noix '), 'accepted'],
    ['x7'.padEnd(129, 'une noix '), 'too-long'],
  ])('%s is %s by its length', (password, expected) => {
    expect(refusalOf(password)).toBe(expected);
  });

  test.each([
    'motdepasse2026',
    'M0td3p@sse!!!!',
    'azertyuiop123',
    'Bonjour!!!!!!!',
    'soleilsoleil',
    '123456789012',
    '210987654321',
    'abcdefghijklm',
    'aaaaaaaaaaaa',
    'ab1ab1ab1ab1',
    'Promeneursdunet1',
  ])('%s is tried first by those who guess', (password) => {
    expect(refusalOf(password)).toBe('common');
  });

  test.each(['garrigue2026!', 'SoleneGarrigue', 'solène.garrigue', 'garrigue-solene-12'])(
    '%s is built on the person',
    (password) => {
      expect(refusalOf(password)).toBe('about-you');
    },
  );

  test.each([
    'trois canards bleus',
    'le soleil se lève à Guéret',
    'garrigue sous la neige',
    'ὕδωρ καὶ γῆ 12',
  ])('%s is accepted: no sign is asked for, none is refused', (password) => {
    expect(refusalOf(password)).toBe('accepted');
  });
});

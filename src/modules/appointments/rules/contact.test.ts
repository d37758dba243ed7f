import { describe, expect, test } from 'vitest';
import { mayReceiveSms, normaliseEmail, normalisePhone } from './contact.ts';

describe('e-mail', () => {
  test.each([
    [' Lina.Moreau@Exemple.FR ', 'lina.moreau@exemple.fr'],
    ['a@b.co', 'a@b.co'],
    ['lina@exemple', null],
    ['lina exemple.fr', null],
    ['lina@@exemple.fr', null],
    ['', null],
    [`${'a'.repeat(65)}@exemple.fr`, null],
  ])('%j → %j', (typed, kept) => {
    expect(normaliseEmail(typed)).toBe(kept);
  });
});

describe('phone', () => {
  test.each([
    ['06 12 34 56 78', '+33612345678'],
    ['06.12.34.56.78', '+33612345678'],
    ['+33 (0)6 12 34 56 78', '+33612345678'],
    ['+33 06 12 34 56 78', '+33612345678'],
    ['0033612345678', '+33612345678'],
    ['05 55 12 34 56', '+33555123456'],
    ['09 72 12 34 56', '+33972123456'],
    ['0590 12 34 56', '+590590123456'],
    ['0690 12 34 56', '+590690123456'],
    ['0696 12 34 56', '+596696123456'],
    ['0694 12 34 56', '+594694123456'],
    ['0262 12 34 56', '+262262123456'],
    ['0692 12 34 56', '+262692123456'],
    ['0639 12 34 56', '+262639123456'],
    ['0508 41 23 45', '+508412345'],
    ['+590 690 12 34 56', '+590690123456'],
    ['+262 0692 12 34 56', '+262692123456'],
    ['+33 690 12 34 56', '+590690123456'],
    ['+687 75 12 34', '+687751234'],
    ['+689 87 12 34 56', '+68987123456'],
    ['+681 82 12 34', '+681821234'],
    ['08 92 12 34 56', null],
    ['3114', null],
    ['06 12 34 56 7', null],
    ['06 12 34 56 789', null],
    ['+32 475 12 34 56', null],
    ['bonjour', null],
    ['', null],
  ])('%j → %j', (typed, kept) => {
    expect(normalisePhone(typed)).toBe(kept);
  });

  test('what is kept is kept again', () => {
    for (const phone of ['+33612345678', '+590690123456', '+508412345', '+68987123456']) {
      expect(normalisePhone(phone)).toBe(phone);
    }
  });

  test.each([
    ['+33612345678', true],
    ['+33712345678', true],
    ['+33555123456', false],
    ['+590690123456', true],
    ['+590590123456', false],
    ['+262639123456', true],
    ['+262269123456', false],
    ['+508551234', true],
    ['+508412345', false],
    ['+687751234', true],
    ['+687251234', false],
    ['+68987123456', true],
    ['+68940123456', false],
  ])('SMS to %s: %s', (phone, may) => {
    expect(mayReceiveSms(phone)).toBe(may);
  });
});

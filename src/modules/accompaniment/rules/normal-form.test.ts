import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayReceiveSms, normaliseEmail, normalisePhone } from './normal-form.ts';

test.each([
  ['  Lea.Martin@Exemple.FR ', 'lea.martin@exemple.fr'],
  ['lea+rdv@exemple.fr', 'lea+rdv@exemple.fr'],
  ['lea@rdv.exemple.fr', 'lea@rdv.exemple.fr'],
  ['lea@exemple', null],
  ['lea@exemple.f', null],
  ['lea@@exemple.fr', null],
  ['lea martin@exemple.fr', null],
  ['lea@exemple..fr', null],
  ['<lea@exemple.fr>', null],
  ['lea@exemple.fr\nbcc:x@y.fr', null],
  [`${'a'.repeat(64)}@exemple.fr`, `${'a'.repeat(64)}@exemple.fr`],
  [`${'a'.repeat(65)}@exemple.fr`, null],
  ['', null],
])('e-mail %j is %j', (typed, email) => {
  expect(normaliseEmail(typed)).toBe(email);
});

test.each([
  ['06 39 98 00 01', '+33639980001'],
  ['06.39.98.00.01', '+33639980001'],
  ['06-39-98/00 01', '+33639980001'],
  ['+33 (0)6 39 98 00 01', '+33639980001'],
  ['+330639980001', '+33639980001'],
  ['0033639980001', '+33639980001'],
  ['+33639980001', '+33639980001'],
  // Overseas, also dialled through the mainland's code.
  ['0639 00 00 01', '+262639000001'],
  ['0692 00 00 01', '+262692000001'],
  ['+33 692 00 00 01', '+262692000001'],
  ['+262 0692 00 00 01', '+262692000001'],
  ['0690 00 00 01', '+590690000001'],
  ['0696 00 00 01', '+596696000001'],
  ['0694 00 00 01', '+594694000001'],
  ['0508 55 12 34', '+508551234'],
  ['+687 23 45 67', '+687234567'],
  ['+34 600 000 001', '+34600000001'],
  ['06 39 98 00 0', null],
  ['06 39 98 00 012', null],
  ['08 92 00 00 01', null],
  ['+33 06', null],
  ['+33 6 39 98 00 012', null],
  ['17', null],
  ['3018', null],
  ['six', null],
  ['', null],
])('telephone %j is %j', (typed, phone) => {
  expect(normalisePhone(typed)).toBe(phone);
});

test('a normal form is its own', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^(?:0|\+33|\+262)[1-79]\d{8}$/), (typed) => {
      const once = normalisePhone(typed);
      expect(once === null ? null : normalisePhone(once)).toBe(once);
    }),
  );
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
  ['+32475123456', true],
])('SMS to %s: %s', (phone, may) => {
  expect(mayReceiveSms(phone)).toBe(may);
});

import { expect, test } from 'vitest';
import type { Id } from '#platform/kernel/id.ts';
import type { BookingFact, BookingFactKind } from './booking-facts.ts';
import type { OrganisationFacts } from './organisation-standing.ts';
import { organisationStanding } from './organisation-standing.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

function fact(kind: BookingFactKind, date: string): BookingFact {
  return { id: `${kind} ${date}` as Id<'BookingFact'>, kind, date: day(date), supersedes: null };
}

const adviser = {
  member: { from: day('2026-02-01'), until: day('2026-11-15') },
  facts: [fact('trained', '2026-03-12')],
};

const whole: OrganisationFacts = {
  affiliated: [{ from: day('2026-01-01'), until: null }],
  facts: [
    fact('agreement-starts', '2026-01-15'),
    fact('agreement-ends', '2026-11-30'),
    fact('service-starts', '2026-04-01'),
  ],
  operators: [adviser],
};

test.each([
  ['2025-12-31', 'not-affiliated'],
  ['2026-01-14', 'no-agreement'],
  ['2026-01-15', 'no-operator'],
  ['2026-01-31', 'no-operator'],
  ['2026-02-01', 'no-trained-operator'],
  ['2026-03-11', 'no-trained-operator'],
  ['2026-03-12', 'before-service'],
  ['2026-03-31', 'before-service'],
  ['2026-04-01', 'bookable'],
  ['2026-11-15', 'bookable'],
  // SM-92: the last operator has left.
  ['2026-11-16', 'no-operator'],
  ['2026-11-30', 'no-operator'],
  ['2026-12-01', 'no-agreement'],
])('on %s: %s', (on, standing) => {
  expect(organisationStanding(whole, day(on))).toBe(standing);
});

test('one trained operator among several is enough; no service date holds nobody back', () => {
  const facts = whole.facts.slice(0, 2);
  const untrained = { member: adviser.member, facts: [] };
  expect(
    organisationStanding({ ...whole, facts, operators: [untrained, adviser] }, day('2026-03-12')),
  ).toBe('bookable');
  expect(organisationStanding({ ...whole, facts, operators: [untrained] }, day('2026-03-12'))).toBe(
    'no-trained-operator',
  );
});

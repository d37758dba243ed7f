import { describe, expect, test } from 'vitest';
import type { Id } from '#platform/kernel/id.ts';
import type { BookingFact, BookingFactKind } from './booking-facts.ts';
import {
  agreementPeriods,
  currentFacts,
  factFitsSubject,
  serviceFrom,
  trainedOn,
} from './booking-facts.ts';

function fact(
  id: string,
  kind: BookingFactKind,
  told: string | null | { readonly date: string | null; readonly supersedes: string },
): BookingFact {
  const { date, supersedes } =
    typeof told === 'object' && told ? told : { date: told, supersedes: null };
  return {
    id: id as Id<'BookingFact'>,
    kind,
    date: date === null ? null : Temporal.PlainDate.from(date),
    supersedes: supersedes as Id<'BookingFact'> | null,
  };
}

const periods = (facts: readonly BookingFact[]) =>
  agreementPeriods(facts).map(({ from, endsOn }) => [from.toString(), endsOn?.toString() ?? null]);

describe('a later fact takes the place of another', () => {
  test('the corrected one no longer counts', () => {
    const facts = [
      fact('a', 'trained', '2026-03-12'),
      fact('b', 'trained', { date: '2026-03-21', supersedes: 'a' }),
    ];
    expect(trainedOn(facts)?.toString()).toBe('2026-03-21');
  });

  test('withdrawn: nothing counts any more', () => {
    const facts = [
      fact('a', 'trained', '2026-03-12'),
      fact('b', 'trained', { date: null, supersedes: 'a' }),
    ];
    expect(currentFacts(facts)).toEqual([]);
    expect(trainedOn(facts)).toBeNull();
  });

  test('corrected twice: the last one counts', () => {
    const facts = [
      fact('a', 'agreement-starts', '2026-01-01'),
      fact('b', 'agreement-starts', { date: '2026-02-01', supersedes: 'a' }),
      fact('c', 'agreement-starts', { date: '2026-03-01', supersedes: 'b' }),
    ];
    expect(periods(facts)).toEqual([['2026-03-01', null]]);
  });
});

describe('agreements', () => {
  test('an end closes the agreement begun before, a renewal begins another', () => {
    const facts = [
      fact('c', 'agreement-starts', '2026-07-01'),
      fact('a', 'agreement-starts', '2025-01-01'),
      fact('b', 'agreement-ends', '2026-06-30'),
    ];
    expect(periods(facts)).toEqual([
      ['2025-01-01', '2026-06-30'],
      ['2026-07-01', null],
    ]);
  });

  test('an agreement of one day; an end before any beginning says nothing', () => {
    expect(
      periods([
        fact('a', 'agreement-starts', '2026-05-02'),
        fact('b', 'agreement-ends', '2026-05-02'),
      ]),
    ).toEqual([['2026-05-02', '2026-05-02']]);
    expect(
      periods([
        fact('a', 'agreement-starts', '2026-05-02'),
        fact('b', 'agreement-ends', '2026-05-01'),
      ]),
    ).toEqual([['2026-05-02', null]]);
    expect(periods([fact('b', 'agreement-ends', '2026-05-01')])).toEqual([]);
  });
});

test('service starts at the later of the two dates, the person’s and the organisation’s', () => {
  const own = [fact('a', 'service-starts', '2026-09-01')];
  const structure = [fact('b', 'service-starts', '2026-10-01')];
  expect(serviceFrom(own, structure)?.toString()).toBe('2026-10-01');
  expect(serviceFrom(structure, own)?.toString()).toBe('2026-10-01');
  expect(serviceFrom(own, [])?.toString()).toBe('2026-09-01');
  expect(serviceFrom([], [])).toBeNull();
});

test('a training is a person’s, an agreement an organisation’s', () => {
  expect(factFitsSubject('trained', 'person')).toBe(true);
  expect(factFitsSubject('trained', 'organisation')).toBe(false);
  expect(factFitsSubject('agreement-starts', 'person')).toBe(false);
  expect(factFitsSubject('agreement-ends', 'organisation')).toBe(true);
  expect(factFitsSubject('service-starts', 'person')).toBe(true);
});

import { expect, it } from 'vitest';
import { decideOpeningTerms } from './opening-terms.ts';
import type { OpeningTerms } from './opening-terms.ts';

const whole: OpeningTerms = {
  modes: ['in-person', 'video', 'phone'],
  hasPlace: 'yes',
  blocks: [{ start: 540, end: 720 }],
  slotMinutes: 60,
  videoKind: 'pattern',
  videoRoom: null,
  fallbackPhone: '+33555000001',
  phoneDirection: 'youth-calls',
  phoneNumber: '+33555000002',
};
const network = { videoPattern: 'https://meet.example/{code}' };

it('takes an opening that says how one meets in each of its modes', () => {
  expect(decideOpeningTerms(whole, network).ok).toBe(true);
});

it.each([
  ['no-mode', { modes: [] }],
  ['no-hours', { blocks: [] }],
  ['hours-reversed', { blocks: [{ start: 720, end: 720 }] }],
  ['slot-too-long', { blocks: [{ start: 540, end: 599 }] }],
  ['place-missing', { hasPlace: 'no' as const }],
  ['video-missing', { videoKind: null }],
  ['video-missing', { videoKind: 'room' as const }],
  ['fallback-missing', { fallbackPhone: null }],
  ['phone-missing', { phoneDirection: null }],
  ['phone-missing', { phoneNumber: null }],
])('refuses with %s what is not said', (refusal, change) => {
  expect(decideOpeningTerms({ ...whole, ...change }, network)).toEqual({ ok: false, refusal });
});

it('needs a pattern of the network to draw rooms from', () => {
  expect(decideOpeningTerms(whole, { videoPattern: null })).toEqual({
    ok: false,
    refusal: 'no-network-video',
  });
});

it('asks nothing of the modes that are not offered', () => {
  const inPerson = {
    ...whole,
    modes: ['in-person'] as const,
    videoKind: null,
    fallbackPhone: null,
    phoneDirection: null,
  };
  expect(decideOpeningTerms(inPerson, { videoPattern: null }).ok).toBe(true);
  const adviserCalls = {
    ...whole,
    modes: ['phone'] as const,
    phoneDirection: 'adviser-calls' as const,
    phoneNumber: null,
  };
  expect(decideOpeningTerms(adviserCalls, network).ok).toBe(true);
});

import { expect, it } from 'vitest';
import { meetingOf } from './meeting.ts';
import type { RemoteTerms } from './meeting.ts';

const terms: RemoteTerms = {
  videoKind: 'pattern',
  videoRoom: 'https://visio.example/lea',
  fallbackPhone: '+33555000001',
  phoneDirection: 'youth-calls',
  phoneNumber: '+33555000002',
};
const video = { videoPattern: 'https://meet.example/so-{code}', code: 'abc' };

it('keeps nothing of the remote terms for an interview in person', () => {
  expect(meetingOf('in-person', terms, video)).toEqual({
    videoUrl: null,
    fallbackPhone: null,
    phoneDirection: null,
    phoneNumber: null,
  });
});

it('draws a video room of its own in the network’s pattern, with the number to call when it fails', () => {
  expect(meetingOf('video', terms, video)).toMatchObject({
    videoUrl: 'https://meet.example/so-abc',
    fallbackPhone: '+33555000001',
    phoneNumber: null,
  });
});

it('gives the adviser’s room when the opening says so', () => {
  expect(meetingOf('video', { ...terms, videoKind: 'room' }, video).videoUrl).toBe(
    'https://visio.example/lea',
  );
});

it('says who calls whom, on which number', () => {
  expect(meetingOf('phone', terms, video)).toMatchObject({
    videoUrl: null,
    phoneDirection: 'youth-calls',
    phoneNumber: '+33555000002',
  });
});

it('lets the adviser call when the opening is gone', () => {
  expect(meetingOf('phone', null, video).phoneDirection).toBe('adviser-calls');
});

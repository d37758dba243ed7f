import { expect, it } from 'vitest';
import { channelsTo } from './channels.ts';

it('tells each channel once, and no landline by short message', () => {
  expect(
    channelsTo([
      { channel: 'phone', value: '+33555000001' },
      { channel: 'email', value: 'a@b.example' },
      { channel: 'phone', value: '+33612345678' },
      { channel: 'phone', value: '+33712345678' },
    ]),
  ).toEqual(['email', 'sms']);
  expect(channelsTo([{ channel: 'phone', value: '+33555000001' }])).toEqual([]);
});

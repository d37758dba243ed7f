import { pino } from 'pino';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorForLog } from '#platform/error-for-log.ts';
import { openBookingKit } from '#tests/appointments/kit.ts';
import type { BookingKit } from '#tests/appointments/kit.ts';

let kit: BookingKit;
beforeAll(async () => {
  kit = await openBookingKit();
});
afterAll(() => kit.close());

/** The line that a log keeps of an error. */
function lineOf(error: unknown): string {
  let line = '';
  const log = pino(
    { base: null, serializers: { err: errorForLog } },
    { write: (text) => (line += text) },
  );
  log.error({ err: error }, 'incident');
  return line;
}

const failing = (work: () => Promise<unknown>) =>
  work().then(
    () => null,
    (error: unknown) => error,
  );

describe('what a log keeps of an error', () => {
  test('a failed query: its code and constraint, never its values', async () => {
    const error = await failing(() =>
      kit.db.inInstallation((tx) =>
        tx.execute(sql`insert into accounts.person (id, given_name, email, created_at)
          values (${'0'}, ${'Inès'}, ${'ines@courriel.example'}, ${'jeudi'})`),
      ),
    );
    expect(error).toBeInstanceOf(Error);
    const line = lineOf(error);
    expect(line).not.toMatch(/Inès|courriel|jeudi/);
    expect(line).toContain('"code":"22P02"');
    expect(line).toContain('logs.test.ts');
  });

  test('a refused duplicate: the constraint, never the detail that repeats the values', async () => {
    const row = (id: string) =>
      kit.db.inInstallation((tx) =>
        tx.execute(sql`insert into platform.outbox (id, at, channel, recipient, sender, text_body, message_id)
        values (${id}, ${kit.clock.now().toString()}, 'email', 'ines@courriel.example', 'x', 'Inès', 'm')`),
      );
    const id = '0199c3f0-0000-7000-8000-000000000001';
    await row(id);
    const line = lineOf(await failing(() => row(id)));
    expect(line).not.toMatch(/Inès|courriel/);
    expect(line).toContain('"constraint":"outbox_pkey"');
  });

  test('a mail server that names the recipient', () => {
    const refused = Object.assign(new Error('550 <ines@courriel.example> unknown'), {
      code: 'EENVELOPE',
      rejected: ['ines@courriel.example'],
    });
    const line = lineOf(refused);
    expect(line).not.toContain('courriel');
    expect(line).toContain('EENVELOPE');
  });

  test('a fault of the program keeps its message', () => {
    expect(lineOf(new TypeError('x is not a function'))).toContain('x is not a function');
  });
});

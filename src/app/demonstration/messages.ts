import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';

export interface MessageLine {
  readonly id: Id<'Outbox'>;
  readonly at: Temporal.Instant;
  readonly channel: 'email' | 'sms';
  readonly recipient: string;
  /** Of an e-mail; of an SMS its text. */
  readonly subject: string;
}

export interface KeptMessage extends MessageLine {
  readonly sender: string;
  readonly text: string;
  readonly html: string | null;
  readonly calendar: string | null;
}

export const MESSAGES_A_PAGE = 25;

/** What would have left, newest first. `page` from 1. */
export async function listMessages(
  tx: Tx,
  page: number,
): Promise<{ readonly total: number; readonly messages: readonly MessageLine[] }> {
  const { rows: counts } = await tx.execute<{ total: string }>(
    sql`select count(*) as total from platform.outbox`,
  );
  const { rows } = await tx.execute<LineRow>(sql`
    select id, at::text, channel, recipient, coalesce(subject, text_body) as subject
    from platform.outbox order by at desc, id desc
    limit ${MESSAGES_A_PAGE} offset ${(page - 1) * MESSAGES_A_PAGE}`);
  return { total: Number(counts[0]?.total ?? 0), messages: rows.map(lineOf) };
}

/** What left after that moment of the demonstration's clock, oldest first. */
export async function listMessagesSince(
  tx: Tx,
  from: Temporal.Instant,
): Promise<readonly MessageLine[]> {
  const { rows } = await tx.execute<LineRow>(sql`
    select id, at::text, channel, recipient, coalesce(subject, text_body) as subject
    from platform.outbox where at > ${from.toString()}::timestamptz order by at, id`);
  return rows.map(lineOf);
}

export async function findMessage(tx: Tx, id: Id<'Outbox'>): Promise<KeptMessage | null> {
  const { rows } = await tx.execute<MessageRow>(sql`
    select id, at::text, channel, recipient, sender, coalesce(subject, 'SMS') as subject, text_body, html_body, calendar_body
    from platform.outbox where id = ${id}::uuid`);
  const [row] = rows;
  if (!row) return null;
  return {
    ...lineOf(row),
    sender: row.sender,
    text: row.text_body,
    html: row.html_body,
    calendar: row.calendar_body,
  };
}

interface LineRow extends Record<string, unknown> {
  id: Id<'Outbox'>;
  at: string;
  channel: 'email' | 'sms';
  recipient: string;
  subject: string;
}

interface MessageRow extends LineRow {
  sender: string;
  text_body: string;
  html_body: string | null;
  calendar_body: string | null;
}

function lineOf({ id, at, channel, recipient, subject }: LineRow): MessageLine {
  return { id, channel, recipient, subject, at: Temporal.Instant.from(at) };
}

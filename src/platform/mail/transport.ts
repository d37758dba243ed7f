import { createTransport } from 'nodemailer';
import type { Database } from '../db/database.ts';
import { sql } from 'drizzle-orm';
import { newId } from '../chance.ts';
import type { Clock } from '../clock.ts';

export interface Mail {
  /** The same for every try of one message, so that a mailbox can tell a repeat (RFC 5322 §3.6.4). */
  readonly messageId: string;
  readonly to: string;
  readonly from: string;
  readonly replyTo?: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
}

export interface MailTransport {
  /** Resolves once the mail server has taken charge of the message; throws otherwise. */
  send(mail: Mail): Promise<void>;
}

/** Sends by SMTP: `smtp://user:password@host:587`, `smtps://…`. */
export function smtpTransport(url: string): MailTransport & { close(): void } {
  const transport = createTransport(url, { pool: true, maxConnections: 2 } as object);
  return {
    async send(mail) {
      await transport.sendMail({
        messageId: mail.messageId,
        to: mail.to,
        from: mail.from,
        ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        ...(mail.calendar
          ? {
              icalEvent: {
                method: mail.calendar.method,
                filename: 'rendez-vous.ics',
                content: mail.calendar.content,
              },
            }
          : {}),
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
    close: () => transport.close(),
  };
}

/** Keeps the mails in the database instead of sending them. A repeat of the same message is kept once. */
export function outboxTransport(db: Database, clock: Clock): MailTransport {
  return {
    send: (mail) =>
      db.inInstallation(async (tx) => {
        await tx.execute(sql`insert into platform.outbox
          (id, at, channel, recipient, sender, subject, text_body, html_body, calendar_body, calendar_method, message_id)
          values (${newId()}, ${clock.now().toString()}, 'email', ${mail.to}, ${mail.from}, ${mail.subject}, ${mail.text},
            ${mail.html}, ${mail.calendar?.content ?? null}, ${mail.calendar?.method ?? null}, ${mail.messageId})`);
      }),
  };
}

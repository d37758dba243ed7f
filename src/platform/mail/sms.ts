import { sql } from 'drizzle-orm';
import { newId } from '../chance.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';

export interface Sms {
  /** Handed to the gateway so that it can refuse a repeat. */
  readonly reference: string;
  /** E.164. */
  readonly to: string;
  readonly from: string;
  readonly text: string;
}

export interface SmsTransport {
  /** Resolves once the gateway answered 2xx; throws otherwise. */
  send(sms: Sms): Promise<void>;
}

/** Posts `{reference,to,from,text}` as JSON to the gateway's address, with its key as bearer. Ten seconds at most. */
export function gatewayTransport(settings: { url: string; key: string | null }): SmsTransport {
  return {
    async send(sms) {
      const answer = await fetch(settings.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(settings.key ? { authorization: `Bearer ${settings.key}` } : {}),
        },
        body: JSON.stringify(sms),
        signal: AbortSignal.timeout(10_000),
        redirect: 'error',
      });
      if (!answer.ok) throw new Error(`the SMS gateway answered ${answer.status}`);
    },
  };
}

/** Keeps the messages in the database instead of sending them: the demonstration's. */
export function outboxSmsTransport(db: Database, clock: Clock): SmsTransport {
  return {
    send: (sms) =>
      db.inInstallation(async (tx) => {
        await tx.execute(sql`insert into platform.outbox
          (id, at, channel, recipient, sender, text_body, message_id)
          values (${newId()}, ${clock.now().toString()}, 'sms', ${sms.to}, ${sms.from}, ${sms.text}, ${sms.reference})`);
      }),
  };
}

/** GSM 03.38 segments that a text takes, which is what an operator bills. */
export function countSegments(text: string): number {
  const gsm =
    /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/;
  const extended = text.match(/[\^{}\\[~\]|€]/g)?.length ?? 0;
  if (gsm.test(text))
    return text.length + extended <= 160 ? 1 : Math.ceil((text.length + extended) / 153);
  return text.length <= 70 ? 1 : Math.ceil(text.length / 67);
}

import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: string;
  readonly messageId: string;
  readonly subject: string;
}

/** A mail server that keeps what it has answered 250 to, in order. */
export interface MailServer {
  readonly url: string;
  readonly received: readonly ReceivedMail[];
  close(): Promise<void>;
}

export async function openMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const source = Buffer.concat(chunks).toString();
        const header = (name: string) =>
          new RegExp(`^${name}: (.*)\\r$`, 'im').exec(source)?.[1] ?? '';
        const to = session.envelope.rcptTo.map((one) => one.address).join();
        received.push({ to, messageId: header('Message-ID'), subject: header('Subject') });
        done();
      });
    },
  });
  // A sender that is killed leaves its connection broken.
  server.on('error', () => undefined);
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  return {
    received,
    url: `smtp://localhost:${(server.server.address() as AddressInfo).port}`,
    close: () => new Promise((done) => server.close(done)),
  };
}

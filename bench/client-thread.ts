import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { parentPort } from 'node:worker_threads';

import type { Shot, Told, Volley } from './client.ts';

interface Order {
  readonly port: number;
  readonly volley: Volley;
}

parentPort?.on('message', (order: Order) => {
  fire(order).then(
    (told) => parentPort?.postMessage(told),
    (error: unknown) => parentPort?.postMessage({ fault: String(error) }),
  );
});

async function fire({ port, volley }: Order): Promise<Told> {
  const { shots, connections, status } = volley;
  const lanes = await Promise.all(Array.from({ length: connections }, () => open(port)));
  const latenciesMs: number[] = [];
  let next = 0;
  const began = performance.now();
  await Promise.all(
    lanes.map(async (lane) => {
      for (let index = next++; index < shots.length; index = next++) {
        const since = performance.now();
        const answered = await lane.ask(bytesOf(shots[index] as Shot, port));
        if (answered !== status) {
          throw new Error(`${shots[index]?.path} answered ${answered}, not ${status}`);
        }
        latenciesMs[index] = performance.now() - since;
      }
    }),
  );
  const elapsedMs = performance.now() - began;
  for (const lane of lanes) lane.close();
  return { elapsedMs, latenciesMs };
}

function bytesOf({ path, body }: Shot, port: number): string {
  const host = `localhost:${port}`;
  const head = `${body === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1\r\nhost: ${host}\r\naccept: text/html\r\n`;
  if (body === undefined) return `${head}\r\n`;
  const form = `origin: http://${host}\r\ncontent-type: application/x-www-form-urlencoded`;
  return `${head}${form}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

interface Lane {
  readonly ask: (request: string) => Promise<number>;
  readonly close: () => void;
}

/** A connection kept open; one answer at a time, whose length its head says. */
async function open(port: number): Promise<Lane> {
  const socket: Socket = await new Promise((resolve, reject) => {
    const opening = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(opening));
    opening.once('error', reject);
  });
  let received: Buffer = Buffer.alloc(0);
  let answer: ((status: number) => void) | undefined;
  let fail: ((error: Error) => void) | undefined;
  socket.on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const status = wholeAnswer(received);
    if (status === null) return;
    received = Buffer.alloc(0);
    answer?.(status);
  });
  socket.once('error', (error) => fail?.(error));
  socket.once('close', () => fail?.(new Error('the server closed the connection')));
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        [answer, fail] = [resolve, reject];
        socket.write(request);
      }),
    close: () => {
      fail = undefined;
      socket.destroy();
    },
  };
}

/** Its status once head and body are there, else null. */
function wholeAnswer(received: Buffer): number | null {
  const end = received.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const head = received.toString('latin1', 0, end);
  const length = /\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length === undefined && !/^HTTP\/1\.1 (204|304)/.test(head)) {
    throw new Error(`an answer without length: ${head}`);
  }
  if (received.length < end + 4 + Number(length ?? 0)) return null;
  return Number(head.slice(9, 12));
}

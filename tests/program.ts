import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';

/** One process of the built program, as `npm start` or a supervisor runs it. */
export interface RunningProgram {
  /** `http://localhost:port`; passkeys work on that name and not on 127.0.0.1. */
  readonly baseUrl: string;
  readonly process: ChildProcess;
  /** What it printed so far, both streams. */
  readonly output: () => string;
  /** As a supervisor does: SIGTERM, then its exit code. */
  readonly stop: () => Promise<number | null>;
  /** As a power cut does. */
  readonly kill: () => Promise<void>;
}

export interface ProgramOptions {
  readonly program: 'main' | 'main-web' | 'main-worker';
  /** Over the machine's: DATABASE_URL, DATABASE_OWNER_URL, SMTP_URL, LIMIT_WRITE… PORT and HOST are chosen here. */
  readonly env: Readonly<Record<string, string>>;
}

const PATIENCE_MS = 60_000;

/**
 * Starts it and waits until it is ready (`/sante/pret` answers 200; a worker has no page: it is given back at once).
 * Needs the build, which the `e2e` project makes first. Throws with what it printed when it ends before being ready.
 */
export async function startProgram({ program, env }: ProgramOptions): Promise<RunningProgram> {
  const port = await findFreePort();
  const child = spawn(process.execPath, [`dist/server/${program}.js`], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // The test runner sets a BASE_URL of its own.
    env: {
      ...process.env,
      BASE_URL: '',
      CAIRN_MODE: 'test',
      PORT: String(port),
      HOST: 'localhost',
      ...env,
    },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'exit').then(() => child.exitCode);
  const running: RunningProgram = {
    baseUrl: `http://localhost:${port}`,
    process: child,
    output: () => output,
    stop: () => (child.kill('SIGTERM'), ended),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
  if (program !== 'main-worker') await waitUntilReady(running);
  return running;
}

async function waitUntilReady(running: RunningProgram): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until) {
    if (running.process.exitCode !== null || running.process.signalCode !== null) {
      throw new Error(`the program ended before it was ready:\n${running.output()}`);
    }
    try {
      const answer = await fetch(`${running.baseUrl}/sante/pret`);
      if (answer.ok) return;
    } catch {
      // Not listening yet.
    }
    await setTimeout(50);
  }
  await running.kill();
  throw new Error(`the program is not ready after a minute:\n${running.output()}`);
}

export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, 'localhost', () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === 'object' && address) resolve(address.port);
      });
    });
  });
}

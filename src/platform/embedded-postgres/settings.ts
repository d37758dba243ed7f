import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

/** What a cluster must remember between two starts. Kept beside its data, readable by its owner only. */
export interface Settings {
  readonly port: number;
  readonly superuserPassword: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
  /** The Cairn process that looks after the server, so that a second one does not stop it. */
  readonly keeper: number | null;
}

/** Asks the system to choose. */
const ANY_PORT = 0;

export function readSettings(directory: string): Settings | undefined {
  const file = path.join(directory, 'settings.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Settings) : undefined;
}

export function saveSettings(directory: string, settings: Settings): void {
  const file = path.join(directory, 'settings.json');
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  renameSync(unfinished, file);
}

export function mintSettings(): Settings {
  return {
    port: ANY_PORT,
    superuserPassword: mintPassword(),
    ownerPassword: mintPassword(),
    appPassword: mintPassword(),
    keeper: null,
  };
}

/** The remembered port when nobody took it meanwhile, otherwise one that the system says is free. */
export async function choosePort(remembered: number): Promise<number> {
  const port = (await tryPort(remembered)) ?? (await tryPort(ANY_PORT));
  if (port === undefined) throw new Error('no free port on the loopback');
  return port;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}

function mintPassword(): string {
  return randomBytes(24).toString('base64url');
}

import { spawn } from 'node:child_process';
import path from 'node:path';

import { executable } from './binaries.ts';
import type { Location } from './location.ts';

export interface Outcome {
  readonly code: number;
  readonly output: string;
}

/**
 * Runs one of the server's own programs to its end. In its own session: Ctrl-C in the terminal reaches Cairn only,
 * which then stops the server last.
 */
export function runProgram(
  location: Location,
  program: 'initdb' | 'pg_ctl',
  args: readonly string[],
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(location.binaries, 'bin', executable(program)), args, {
      cwd: location.directory,
      detached: process.platform !== 'win32',
      windowsHide: true,
      // pg_ctl leaves its output to the server it starts: a pipe would then never end.
      stdio: ['ignore', program === 'pg_ctl' ? 'ignore' : 'pipe', 'pipe'],
      ...(location.user && { uid: location.user.uid, gid: location.user.gid }),
      env: { ...process.env, LC_ALL: 'C', LANG: 'C' },
    });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('exit', (code) => {
      child.stdout?.destroy();
      child.stderr?.destroy();
      resolve({ code: code ?? 1, output: output.trim() });
    });
  });
}

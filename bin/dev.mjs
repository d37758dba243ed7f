// Development: the browser's files are built again at each change, the server restarts at each change.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { ensureBuilt } from './build.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const program = (name, ...parts) => path.join(root, 'node_modules', name, ...parts);

ensureBuilt();
const env = { ...process.env, NODE_ENV: process.env.NODE_ENV ?? 'development' };
const children = [
  [program('vite', 'bin', 'vite.js'), 'build', '--watch', '--logLevel', 'warn'],
  [program('tsx', 'dist', 'cli.mjs'), 'watch', '--clear-screen=false', 'src/main.ts'],
].map((args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env }));

// Ctrl-C reaches the whole group: the parent only waits, for a second signal would cut the server short.
let interrupted = false;
process.on('SIGINT', () => (interrupted = true));
process.on('SIGTERM', () => children.forEach((child) => child.kill('SIGTERM')));
for (const child of children) {
  child.once('exit', () => {
    if (!interrupted) children.forEach((other) => other.kill('SIGTERM'));
  });
}

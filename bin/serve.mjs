// Builds what is stale, then becomes the server: one process, so that Ctrl-C reaches it alone.
import { ensureBuilt } from './build.mjs';

try {
  ensureBuilt();
} catch (error) {
  console.error(`Cairn : ${error.message}`);
  process.exit(1);
}
// npm and the shell between us and a supervisor die of SIGTERM without passing it on: an orphan stops as if told.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
}, 1000).unref();

await import('../dist/server/main.js');

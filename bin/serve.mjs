// Builds what is stale, then becomes the server: one process, so that Ctrl-C reaches it alone.
import { ensureBuilt } from './build.mjs';

try {
  ensureBuilt();
} catch (error) {
  console.error(`Cairn : ${error.message}`);
  process.exit(1);
}
await import('../dist/server/main.js');

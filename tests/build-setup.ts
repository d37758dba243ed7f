import { spawnSync } from 'node:child_process';

/** Journeys meet the built pages and server, as `npm start` serves them. */
export function setup(): void {
  const built = spawnSync(process.execPath, ['bin/build.mjs'], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr || built.stdout);
}

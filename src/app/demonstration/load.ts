import { contextFor } from '#platform/context.ts';
import type { Installation } from '../installation.ts';
import { markLoaded, readLoadedAt } from './clock.ts';
import { loadSoMobilite } from './so-mobilite.ts';

/** Loads invented people on real places when the database holds no network yet. A second start finds them again. */
export async function loadDemonstrationOnce(installation: Installation): Promise<void> {
  const { services } = installation;
  await installation.refreshClock();
  if (await services.db.inInstallation(readLoadedAt)) return;
  const ctx = contextFor(services, { kind: 'system', job: 'demonstration' });
  await loadSoMobilite(ctx);
  await services.db.inInstallation((tx) => markLoaded(tx, services.clock.now()));
}

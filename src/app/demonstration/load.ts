import type { Ctx, Services } from '#platform/context.ts';
import { contextFor } from '#platform/context.ts';
import { localDateAt } from '#platform/kernel/time.ts';
import { findNetwork } from '#modules/network/index.ts';
import type { Installation } from '../installation.ts';
import { markLoaded, readLoadedAt } from './clock.ts';
import { readDemonstrationData } from './data-file.ts';
import { loadAbsences } from './load-absences.ts';
import { loadAdvisers } from './load-advisers.ts';
import { loadInterviews } from './load-interviews.ts';
import { createSoMobilite, loadRoles, loadStructures } from './load-network.ts';
import { found } from './loading.ts';
import type { Loading } from './loading.ts';

/** Loads invented people on real places when the database holds no network yet. A second start finds them again. */
export async function loadDemonstrationOnce(installation: Installation): Promise<void> {
  const { services } = installation;
  await installation.refreshClock();
  if (await services.db.inInstallation(readLoadedAt)) return;
  await loadDemonstration(services);
  await services.db.inInstallation((tx) => markLoaded(tx, services.clock.now()));
}

/** So Mobilité in Nouvelle-Aquitaine, through the same verbs as everyone, dated from the moment of the call. */
export async function loadDemonstration(services: Services): Promise<void> {
  const ctx = contextFor(services, { kind: 'system', job: 'demonstration' });
  const loading = await startLoading(services, ctx);
  await loadStructures(loading);
  await loadAdvisers(loading);
  await loadRoles(loading);
  await loadAbsences(loading, 'before-interviews');
  await loadInterviews(loading);
  await loadAbsences(loading, 'over-interviews');
}

async function startLoading(services: Services, ctx: Ctx): Promise<Loading> {
  const data = await readDemonstrationData();
  const network = found(await findNetwork(ctx, await createSoMobilite(ctx)), 'its network');
  const now = ctx.now();
  return {
    services,
    ctx,
    now,
    today: localDateAt(now, network.settings.timeZone),
    data,
    network,
    organisations: new Map(),
    places: new Map(),
    people: new Map(),
    advisers: new Map(),
  };
}

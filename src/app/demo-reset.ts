import { join } from 'node:path';
import { ConfigError, readConfig } from './config.ts';
import type { Config } from './config.ts';
import { emptyDatabase } from './demonstration/empty-database.ts';
import type { EmptyingRefusal } from './demonstration/empty-database.ts';
import { loadDemonstrationOnce } from './demonstration/load.ts';
import { openInstallation } from './installation.ts';
import { loadReferenceData } from './reference-data.ts';
import { migrate } from '#platform/db/migrate.ts';
import { isUnreachable } from '#platform/db/errors.ts';
import { startEmbeddedPostgres } from '#platform/embedded-postgres/embedded-postgres.ts';

const REFUSALS: Readonly<Record<EmptyingRefusal, string>> = {
  'in-use':
    'Cairn tourne sur cette base : l’arrêter d’abord (Ctrl-C dans sa fenêtre), puis recommencer.',
  'not-a-demonstration':
    'cette base n’est pas une démonstration : elle porte de vrais réseaux, rien n’a été effacé.',
};

/** `npm run demo:reset`: the demonstration again, dated from today. Touches nothing that is not a demonstration. */
async function resetDemonstration(): Promise<void> {
  const config = readConfig(process.env);
  if (config.mode !== 'demonstration') {
    throw new ConfigError(
      `CAIRN_MODE vaut « ${config.mode} » : seule une démonstration se recharge.`,
    );
  }
  const server = await openServer(config);
  try {
    await migrate(server.ownerUrl);
    const refusal = await emptyDatabase(server.ownerUrl);
    if (refusal) throw new ConfigError(REFUSALS[refusal]);
    await loadReferenceData(server.ownerUrl);
    const installation = await openInstallation(config, server.appUrl, { onError: reportError });
    try {
      await loadDemonstrationOnce(installation);
    } finally {
      await installation.close();
    }
  } finally {
    await server.stop();
  }
  console.log('La démonstration est refaite, datée d’aujourd’hui. « npm start » la montre.');
}

interface Server {
  readonly ownerUrl: string;
  readonly appUrl: string;
  stop(): Promise<void>;
}

async function openServer({ database, dataDir }: Config): Promise<Server> {
  if (database.url && database.ownerUrl) {
    return { ownerUrl: database.ownerUrl, appUrl: database.url, stop: () => Promise.resolve() };
  }
  const server = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') });
  if (server.found === 'borrowed') throw new ConfigError(REFUSALS['in-use']);
  return server;
}

function reportError(error: unknown, where: string): void {
  console.error(`Cairn : ${where} : ${wordsOf(error)}`);
}

function wordsOf(error: unknown): string {
  if (isUnreachable(error)) return 'la base de données ne répond pas à l’adresse de DATABASE_URL.';
  return error instanceof Error ? error.message : String(error);
}

try {
  await resetDemonstration();
} catch (error) {
  console.error(`La démonstration n’est pas rechargée : ${wordsOf(error)}`);
  process.exitCode = 1;
}

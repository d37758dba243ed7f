import { join } from 'node:path';
import { pino } from 'pino';
import { migrate } from '#platform/db/migrate.ts';
import { errorForLog } from '#platform/error-for-log.ts';
import { isUnreachable } from '#platform/db/errors.ts';
import { loadAssets } from './assets.ts';
import { ConfigError, readConfig } from './config.ts';
import type { Config } from './config.ts';
import { openInstallation } from './installation.ts';
import type { Installation, Reports } from './installation.ts';
import { loadReferenceData } from './reference-data.ts';
import { openWeb } from './web.ts';
import { startWorker } from './worker.ts';

const BROWSER_FILES = 'dist/browser';

export interface RunOptions {
  readonly parts: readonly ('web' | 'worker')[];
  /** Only the all-in-one program starts a database of its own; the others need DATABASE_URL. */
  readonly embedded: 'allowed' | 'refused';
}

/** Something already started, to be stopped in the reverse order. */
type Stop = () => Promise<void> | void;

/** Runs the program until it is told to stop (SIGINT, SIGTERM). What prevents the start is said in one line. */
export async function run(options: RunOptions): Promise<void> {
  const stops: Stop[] = [];
  try {
    const config = readConfig(process.env);
    // Before the first start: what is half started when the signal comes is stopped too.
    stopOnSignal(stops);
    await start(config, options, stops);
  } catch (error) {
    console.error(`Cairn ne démarre pas : ${startProblem(error)}`);
    await stopAll(stops);
    process.exitCode = 1;
  }
}

async function start(config: Config, options: RunOptions, stops: Stop[]): Promise<void> {
  const log = pino({ level: config.logLevel, base: null, serializers: { err: errorForLog } });
  const reports: Reports = {
    onError: (error, where) => log.error({ err: error, where }, 'incident'),
  };
  const database = await prepareDatabase(config, options, stops);
  const installation = await openInstallation(config, database.appUrl, reports);
  stops.push(() => installation.close());
  if (config.mode === 'demonstration') {
    const { loadDemonstrationOnce } = await import('./demonstration/load.ts');
    await loadDemonstrationOnce(installation);
  }
  if (options.parts.includes('worker')) {
    const worker = await startWorker(installation, reports);
    stops.push(() => worker.stop());
  }
  if (options.parts.includes('web')) {
    await startWeb(config, installation, stops);
    if (config.mode === 'demonstration') {
      const { greet } = await import('./demonstration/greet.ts');
      await greet(config, installation);
    }
  }
  log.info({ parts: options.parts, mode: config.mode }, 'started');
}

async function startWeb(config: Config, installation: Installation, stops: Stop[]): Promise<void> {
  const app = await openWeb(config, installation, loadAssets(BROWSER_FILES));
  stops.push(() => app.close());
  await app.listen({ port: config.port, host: config.host });
}

async function prepareDatabase(
  config: Config,
  options: RunOptions,
  stops: Stop[],
): Promise<{ readonly appUrl: string }> {
  const { url, ownerUrl } = config.database;
  if (url && ownerUrl) {
    await migrate(ownerUrl);
    await loadReferenceData(ownerUrl);
    return { appUrl: url };
  }
  if (options.embedded === 'refused') {
    throw new ConfigError(
      'réglage DATABASE_URL : obligatoire pour lancer le web ou les tâches à part',
    );
  }
  const { startEmbeddedPostgres } =
    await import('#platform/embedded-postgres/embedded-postgres.ts');
  const server = await startEmbeddedPostgres({ dataDir: join(config.dataDir, 'postgres') });
  stops.push(() => server.stop());
  await migrate(server.ownerUrl);
  await loadReferenceData(server.ownerUrl);
  return { appUrl: server.appUrl };
}

function startProblem(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return 'le port est déjà pris. Arrêter l’autre programme, ou choisir un autre port : PORT=3001 npm start';
  }
  if (isUnreachable(error)) return 'la base de données ne répond pas à l’adresse de DATABASE_URL.';
  return error instanceof Error ? error.message : String(error);
}

function stopOnSignal(stops: Stop[]): void {
  let stopping: Promise<void> | null = null;
  const stop = () => {
    // A second signal while requests and jobs finish changes nothing.
    stopping ??= stopAll(stops).then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

/** In the reverse order of the starts: no new request, jobs end, then the database. */
async function stopAll(stops: Stop[]): Promise<void> {
  for (const stop of stops.splice(0).toReversed()) {
    try {
      await stop();
    } catch (error) {
      console.error(
        `Cairn : un arrêt a échoué : ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
}

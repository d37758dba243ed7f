import pg from 'pg';

/** The role under which web and jobs work: neither owner nor superuser, so that row-level security binds it. */
export const APP_ROLE = 'cairn_app';

export interface PoolOptions {
  readonly url: string;
  /** Connections at most. */
  readonly size: number;
  /** Seconds to wait for one of them; 10 unless said. */
  readonly waitSeconds?: number;
  /** `app` works under APP_ROLE whatever the login; `owner` keeps the login's own rights (migrations). */
  readonly as: 'app' | 'owner';
  onError(error: Error): void;
}

export function openPool(options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.size,
    connectionTimeoutMillis: (options.waitSeconds ?? 10) * 1000,
    idleTimeoutMillis: 30_000,
    application_name: 'cairn',
    ...(options.as === 'app' ? { options: `-c role=${APP_ROLE} -c timezone=UTC` } : {}),
  });
  // An idle connection that the server closes must not end the process.
  pool.on('error', (error) => options.onError(error));
  return pool;
}

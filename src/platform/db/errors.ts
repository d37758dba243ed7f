interface PgError {
  readonly code: string;
  readonly constraint?: string;
}

/** The PostgreSQL error at the bottom of `error`, whatever wrapped it; null when there is none. */
function pgErrorOf(error: unknown): PgError | null {
  let at: unknown = error;
  while (at instanceof Error) {
    if ('code' in at && typeof at.code === 'string' && /^[0-9A-Z]{5}$/.test(at.code)) {
      const constraint = 'constraint' in at ? at.constraint : undefined;
      return { code: at.code, ...(typeof constraint === 'string' ? { constraint } : {}) };
    }
    at = at.cause;
  }
  return null;
}

/** The name of the unique or exclusion constraint that refused a write, or null. */
export function violatedConstraint(error: unknown): string | null {
  const found = pgErrorOf(error);
  if (!found || (found.code !== '23505' && found.code !== '23P01')) return null;
  return found.constraint ?? '';
}

/** A deadlock or a serialisation failure: the same work may succeed when done again. */
export function isTransient(error: unknown): boolean {
  const code = pgErrorOf(error)?.code;
  return code === '40P01' || code === '40001';
}

/** The server went away or cannot be reached: the page says so and asks to come back. */
export function isUnreachable(error: unknown): boolean {
  let at: unknown = error;
  while (at instanceof Error) {
    const code = 'code' in at ? String(at.code) : '';
    if (
      /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT|57P0[123]|08\d{3}|53300)$/.test(code)
    ) {
      return true;
    }
    if (/Connection terminated|timeout exceeded when trying to connect/.test(at.message))
      return true;
    at = at.cause;
  }
  return false;
}

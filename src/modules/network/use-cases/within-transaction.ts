import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';

/**
 * A context whose verbs write inside `tx` instead of opening a transaction each: what one of them refuses is undone
 * alone (a savepoint), what surrounds them is kept or undone as a whole.
 */
export function withinTransaction(ctx: Ctx, tx: Tx): Ctx {
  return {
    ...ctx,
    db: {
      inInstallation: (work) => tx.transaction((inner) => work(inner)),
      inNetwork: () => {
        throw new Error('a transaction on the installation cannot become one of a network');
      },
    },
  };
}

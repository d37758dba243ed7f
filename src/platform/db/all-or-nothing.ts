import type { Decision } from '../kernel/decision.ts';
import type { Tx } from './database.ts';

/** Runs work in a savepoint: a refusal undoes what it had already written, and leaves the transaction around it whole. */
export async function allOrNothing<Refusal extends string, Value>(
  tx: Tx,
  work: (inner: Tx) => Promise<Decision<Refusal, Value>>,
): Promise<Decision<Refusal, Value>> {
  const undone: { refused?: Decision<Refusal, Value> } = {};
  try {
    return await tx.transaction(async (inner) => {
      const decision = await work(inner);
      if (decision.ok) return decision;
      undone.refused = decision;
      return inner.rollback();
    });
  } catch (error) {
    if (undone.refused) return undone.refused;
    throw error;
  }
}

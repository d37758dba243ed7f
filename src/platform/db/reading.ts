import type { Ctx } from '../context.ts';
import type { NetworkId } from '../kernel/actor.ts';
import type { Tx } from './database.ts';

/**
 * Where a read looks: in a transaction already open, or in one of its own when it is given the context. Inside a
 * transaction always hand the transaction over: a second connection would wait for the first.
 */
export type ReadFrom = Ctx | Tx;

/** Reads what belongs to the installation. */
export function readInstallation<Result>(
  from: ReadFrom,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return isContext(from) ? from.db.inInstallation(work) : work(from);
}

/** Reads young people's data of one network. A transaction handed over must already be that network's. */
export function readInNetwork<Result>(
  from: ReadFrom,
  networkId: NetworkId,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return isContext(from) ? from.db.inNetwork(networkId, work) : work(from);
}

function isContext(from: ReadFrom): from is Ctx {
  return 'newId' in from && 'now' in from;
}

import type { ReadFrom } from '#platform/db/reading.ts';
import { readInstallation } from '#platform/db/reading.ts';
import type { SupplyFilter } from '../data/supply.query.ts';
import { listSupplyRows } from '../data/supply.query.ts';
import type { BookableAdviser } from '../rules/supply.ts';

/**
 * The advisers of a network with their places and the dated facts that `mayBeBooked` decides on, in one statement
 * whatever their number. It lists those who could be booked; whether one may be, at the start of a slot, is not said here.
 */
export function listBookableSupply(
  from: ReadFrom,
  filter: SupplyFilter,
): Promise<readonly BookableAdviser[]> {
  return readInstallation(from, (tx) => listSupplyRows(tx, filter));
}

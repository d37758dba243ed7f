import type { Ctx } from '#platform/context.ts';
import { findEpciRow, listDepartementRows, listRegionRows } from '../data/areas.ts';
import type { Departement, Epci } from '../data/areas.ts';
import type { NamedCode } from '../rules/commune.ts';

/** Regions of today and overseas collectivities, by code. */
export function listRegions(ctx: Ctx): Promise<NamedCode[]> {
  return ctx.db.inInstallation((tx) => listRegionRows(tx));
}

/** Départements and overseas collectivities, by code; of one region when its code is given. */
export function listDepartements(
  ctx: Ctx,
  input: { readonly regionCode?: string } = {},
): Promise<Departement[]> {
  return ctx.db.inInstallation((tx) => listDepartementRows(tx, input.regionCode));
}

/** An EPCI by its SIREN number, with its communes. */
export function findEpci(ctx: Ctx, code: string): Promise<Epci | null> {
  return ctx.db.inInstallation((tx) => findEpciRow(tx, code));
}

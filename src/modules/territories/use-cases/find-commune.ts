import type { Ctx } from '#platform/context.ts';
import { findCommunesByCode } from '../data/communes.ts';
import type { Commune } from '../rules/commune.ts';

/** The commune of today that a code leads to: its own, an old one, a delegated commune's, an arrondissement's. One query. */
export async function findCommune(ctx: Ctx, code: string): Promise<Commune | null> {
  return (await findCommunes(ctx, [code])).get(code) ?? null;
}

/** The same for many, by the code asked for; a code that nothing knows has no entry. One query. */
export function findCommunes(
  ctx: Ctx,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Commune>> {
  return ctx.db.inInstallation((tx) => findCommunesByCode(tx, codes));
}

/** The communes of today that these codes lead to, each once, in the order asked; unknown codes are left out. One query. */
export async function listCommunes(ctx: Ctx, codes: readonly string[]): Promise<Commune[]> {
  const found = await findCommunes(ctx, codes);
  const inOrder = codes.flatMap((code) => found.get(code) ?? []);
  return [...new Map(inOrder.map((commune) => [commune.code, commune])).values()];
}

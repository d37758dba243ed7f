import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';
import type { OrganisationId } from '#platform/kernel/actor.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import { listOrganisationRowsLike } from '../data/organisations.ts';
import type { Affiliation } from '../rules/affiliation.ts';
import { mayCoordinate } from '../rules/authority.ts';
import { plainKey } from '../rules/import-columns.ts';
import { parseSiret } from '../rules/siret.ts';
import type { AffiliateRefusal } from './affiliate.ts';
import { affiliate } from './affiliate.ts';
import type { NewOrganisation, RegisterOrganisationRefusal } from './register-organisation.ts';
import { registerOrganisation } from './register-organisation.ts';
import { withinTransaction } from './within-transaction.ts';

export interface NewStructure {
  readonly organisation: NewOrganisation & { readonly communeCode: string };
  readonly affiliation: Omit<Affiliation, 'id' | 'organisationId'>;
  /** The same SIRET, or the same name in the same commune, is known: said first, then joined when asked again. */
  readonly ifKnown: 'refuse' | 'join';
}

export type RegisterStructureRefusal = RegisterOrganisationRefusal | AffiliateRefusal | 'known';

/** An organisation and its entry in the network, both or neither. */
export async function registerStructure(
  ctx: Ctx,
  { organisation, affiliation, ifKnown }: NewStructure,
): Promise<Decision<RegisterStructureRefusal, OrganisationId>> {
  if (!mayCoordinate(ctx.actor, affiliation.networkId)) return refuse('not-allowed');
  try {
    return await ctx.db.inInstallation(async (tx) => {
      const inside = withinTransaction(ctx, tx);
      const known = await findKnown(tx, organisation);
      if (known && ifKnown === 'refuse') throw new Refused('known');
      const organisationId = known ?? valueOf(await registerOrganisation(inside, organisation));
      valueOf(await affiliate(inside, { ...affiliation, organisationId }));
      return accept(organisationId);
    });
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal);
    throw error;
  }
}

/** Undoes what was written before the refusal. */
class Refused extends Error {
  readonly refusal: RegisterStructureRefusal;

  constructor(refusal: RegisterStructureRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

function valueOf<Value>(decision: Decision<RegisterStructureRefusal, Value>): Value {
  if (!decision.ok) throw new Refused(decision.refusal);
  return decision.value;
}

async function findKnown(
  tx: Tx,
  organisation: NewStructure['organisation'],
): Promise<OrganisationId | null> {
  const siret = organisation.siret === null ? null : parseSiret(organisation.siret);
  const { communeCode, name } = organisation;
  const like = await listOrganisationRowsLike(tx, { siret, communeCode });
  const same =
    like.find((one) => siret !== null && one.siret === siret) ??
    like.find(
      (one) =>
        one.communeCode === communeCode &&
        plainKey(one.name) === plainKey(name) &&
        (siret === null || one.siret === null),
    );
  return same?.id ?? null;
}

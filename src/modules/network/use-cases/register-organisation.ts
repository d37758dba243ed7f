import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import { violatedConstraint } from '#platform/db/errors.ts';
import type { OrganisationId } from '#platform/kernel/actor.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import { saveOrganisation } from '../data/organisations.ts';
import { mayRegister } from '../rules/authority.ts';
import type { Organisation } from '../rules/organisation.ts';
import { nonProfitByForm } from '../rules/organisation.ts';
import { parseSiret } from '../rules/siret.ts';

export interface NewOrganisation extends Omit<Organisation, 'id' | 'nonProfit'> {
  /** Asked only where the legal form does not say it: by its statutes (SM-25). */
  readonly nonProfitByStatutes?: boolean;
}

export type RegisterOrganisationRefusal = 'not-allowed' | 'invalid-siret' | 'siret-taken';

/** An organisation exists once in the installation; `siret` may be typed with spaces. */
export async function registerOrganisation(
  ctx: Ctx,
  input: NewOrganisation,
): Promise<Decision<RegisterOrganisationRefusal, OrganisationId>> {
  if (!mayRegister(ctx.actor)) return refuse('not-allowed');
  const siret = input.siret === null ? null : parseSiret(input.siret);
  if (input.siret !== null && siret === null) return refuse('invalid-siret');
  const organisation = organisationOf(ctx, input, siret);
  try {
    await ctx.db.inInstallation(async (tx) => {
      await saveOrganisation(tx, organisation, ctx.now());
      await record(ctx, tx, {
        verb: 'network.register-organisation',
        networkId: null,
        subject: { kind: 'organisation', id: organisation.id },
      });
    });
  } catch (error) {
    if (violatedConstraint(error) === 'organisation_siret_key') return refuse('siret-taken');
    throw error;
  }
  return accept(organisation.id);
}

function organisationOf(ctx: Ctx, input: NewOrganisation, siret: string | null): Organisation {
  const { nonProfitByStatutes, ...same } = input;
  return {
    ...same,
    id: ctx.newId<'Organisation'>(),
    siret,
    email: same.email?.trim().toLowerCase() ?? null,
    nonProfit: nonProfitByForm(same.legalForm) ?? nonProfitByStatutes ?? false,
  };
}

import type { Commune } from '#modules/territories/index.ts';
import type { OrganisationId } from '#platform/kernel/actor.ts';
import { listAffiliationRows, listOrganisationRowsLike } from '../../data/organisations.ts';
import { endedBefore } from '../../rules/dated.ts';
import { plainKey } from '../../rules/import-columns.ts';
import { structureKey } from '../../rules/import-contradictions.ts';
import type { ImportLine, ImportedStructure } from '../../rules/import-line.ts';
import { affiliate } from '../affiliate.ts';
import { registerOrganisation } from '../register-organisation.ts';
import { ensureAgreement, ensureFact } from './facts.ts';
import type { ImportRun, StructureMet } from './run.ts';
import { communeFor, faulty, note } from './run.ts';

/** The structure of a line, made, affiliated and dated the first time it is met; null when the line is faulty. */
export async function ensureStructure(
  run: ImportRun,
  { line, structure }: ImportLine,
): Promise<StructureMet | null> {
  const key = structureKey(structure);
  const met = run.structures.get(key);
  if (met) {
    await ensureService(run, line, { structure, organisationId: met.organisationId });
    return met;
  }
  const commune = await communeFor(run, { line, column: 'commune', text: structure.commune });
  if (!commune) return null;
  const organisationId = await ensureOrganisation(run, line, { structure, commune });
  if (!organisationId) return null;
  const affiliatedFrom = await ensureAffiliation(run, line, { structure, organisationId });
  if (!affiliatedFrom) return null;
  if (structure.agreement) {
    const outcome = await ensureAgreement(run, organisationId, structure.agreement);
    note(run, line, { thing: 'agreement', outcome });
  }
  await ensureService(run, line, { structure, organisationId });
  const found = { organisationId, commune, affiliatedFrom };
  run.structures.set(key, found);
  return found;
}

interface Found {
  readonly structure: ImportedStructure;
  readonly organisationId: OrganisationId;
}

async function ensureService(
  run: ImportRun,
  line: number,
  { structure, organisationId }: Found,
): Promise<void> {
  if (!structure.serviceFrom) return;
  const outcome = await ensureFact(
    run,
    { kind: 'organisation', organisationId },
    { kind: 'service-starts', date: structure.serviceFrom },
  );
  note(run, line, { thing: 'service', outcome });
}

/** Known again by its SIRET; by its name and commune when one of the two has no SIRET. */
async function ensureOrganisation(
  run: ImportRun,
  line: number,
  { structure, commune }: { readonly structure: ImportedStructure; readonly commune: Commune },
): Promise<OrganisationId | null> {
  const { siret, name } = structure;
  const like = await listOrganisationRowsLike(run.tx, { siret, communeCode: commune.code });
  const former =
    like.find((one) => siret !== null && one.siret === siret) ??
    like.find(
      (one) =>
        one.communeCode === commune.code &&
        plainKey(one.name) === plainKey(name) &&
        (siret === null || one.siret === null),
    );
  if (former) {
    note(run, line, { thing: 'structure', outcome: 'already' });
    return former.id;
  }
  const { nonProfitByStatutes } = structure;
  const decision = await registerOrganisation(run.ctx, {
    name,
    shortName: null,
    legalForm: structure.legalForm,
    siret,
    address: structure.address,
    communeCode: commune.code,
    representative: structure.representative,
    phone: structure.phone,
    email: structure.email,
    website: structure.website,
    ...(nonProfitByStatutes === null ? {} : { nonProfitByStatutes }),
  });
  if (!decision.ok) {
    return faulty(run, { line, column: 'structure', code: 'refused', value: name });
  }
  note(run, line, { thing: 'structure', outcome: 'created' });
  return decision.value;
}

/** From when it is of the network; null when it may not be. */
async function ensureAffiliation(
  run: ImportRun,
  line: number,
  { structure, organisationId }: Found,
): Promise<Temporal.PlainDate | null> {
  const networkId = run.network.id;
  const links = await listAffiliationRows(run.tx, { networkId, organisationId });
  const former = links.find((link) => !endedBefore(link, run.today));
  if (former) return former.from;
  const from = structure.affiliatedFrom ?? structure.agreement?.from ?? run.today;
  const decision = await affiliate(run.ctx, {
    networkId,
    organisationId,
    kind: 'operator',
    infoJeunes: structure.infoJeunes,
    from,
    until: null,
  });
  if (decision.ok) {
    note(run, line, { thing: 'affiliation', outcome: 'created' });
    return from;
  }
  const isForProfit = decision.refusal === 'not-non-profit';
  return faulty(run, {
    line,
    column: isForProfit ? 'legalForm' : 'affiliatedFrom',
    code: isForProfit ? 'not-non-profit' : 'refused',
    value: isForProfit ? structure.name : from.toString(),
  });
}

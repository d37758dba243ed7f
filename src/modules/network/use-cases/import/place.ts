import type { Commune } from '#modules/territories/index.ts';
import type { PlaceId } from '#platform/kernel/actor.ts';
import { listPlaceRowsIn, servesFrom } from '../../data/places.ts';
import { placeKey } from '../../rules/import-contradictions.ts';
import type { ImportLine, ImportedPlace } from '../../rules/import-line.ts';
import { openPlaceTo } from '../open-place-to.ts';
import { locate } from '../place-location.ts';
import { registerPlace } from '../register-place.ts';
import type { ImportRun, StructureMet } from './run.ts';
import { communeFor, faulty, note } from './run.ts';

/** The place of a line, made or joined the first time that this structure is met there. */
export async function ensurePlace(
  run: ImportRun,
  { line, place }: ImportLine,
  met: StructureMet,
): Promise<void> {
  if (!place) return;
  const commune = await communeFor(run, { line, column: 'placeCommune', text: place.commune });
  if (!commune) return;
  const key = `${met.organisationId}|${commune.code}|${placeKey(place)}`;
  if (run.places.has(key)) return;
  run.places.add(key);
  const former = (await listPlaceRowsIn(run.tx, commune.code)).find(
    (one) => placeKey(one) === placeKey(place),
  );
  if (former) await join(run, line, { placeId: former.id, met });
  else await register(run, line, { place, commune, met });
}

/** Another structure's place, or its own already: a place may serve several (issue 2 §2). */
async function join(
  run: ImportRun,
  line: number,
  { placeId, met }: { readonly placeId: PlaceId; readonly met: StructureMet },
): Promise<void> {
  const { organisationId, affiliatedFrom: from } = met;
  if (await servesFrom(run.tx, { placeId, organisationId }, run.today)) {
    note(run, line, { thing: 'place', outcome: 'already' });
    return;
  }
  const decision = await openPlaceTo(run.ctx, { placeId, organisationId, from, until: null });
  if (decision.ok) note(run, line, { thing: 'place', outcome: 'created' });
  else faulty(run, { line, column: 'place', code: 'refused', value: decision.refusal });
}

interface Placed {
  readonly place: ImportedPlace;
  readonly commune: Commune;
  readonly met: StructureMet;
}

async function register(
  run: ImportRun,
  line: number,
  { place, commune, met }: Placed,
): Promise<void> {
  const location = locate(commune);
  if (!location) {
    faulty(run, {
      line,
      column: 'placeCommune',
      code: 'commune-without-centre',
      value: commune.name,
    });
    return;
  }
  const { commune: _typed, ...said } = place;
  const decision = await registerPlace(run.ctx, {
    ...said,
    ...location,
    organisationId: met.organisationId,
    from: met.affiliatedFrom,
  });
  if (decision.ok) note(run, line, { thing: 'place', outcome: 'created' });
  else faulty(run, { line, column: 'place', code: 'refused', value: place.name });
}

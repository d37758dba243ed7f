import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { epochDayOf, localDateAt } from '#platform/kernel/time.ts';
import type { EpochDay } from '#platform/kernel/time.ts';
import type { Network } from '#modules/network/index.ts';
import {
  listExceptionDays,
  lockOpening,
  removeException,
  saveException,
  saveOpening,
  updateOpening,
} from '../data/openings.ts';
import type { NewOpening, SavedOpening } from '../data/openings.ts';
import type { OpeningId, Series } from '../rules/calendar.ts';
import { endedAfter, exceptionsKept, nextDay } from '../rules/opening-life.ts';
import { checkOpening } from './check-opening.ts';
import type { OpeningInput, OpeningSaveRefusal } from './check-opening.ts';
import { seriesOf } from './engine-opening.ts';
import { mayChangePart, readTarget } from './open-calendar.ts';

export type OpeningChangeRefusal = OpeningSaveRefusal | 'already-over' | 'in-the-past';

/**
 * Gives an opening another text, from `opening.firstDay` on. One that has begun keeps its past: it ends the day before and another
 * follows it, with the exceptions still to come; the answer is the opening that holds from then on. Interviews already given stay.
 */
export async function changeOpening(
  ctx: Ctx,
  input: {
    readonly network: Network;
    readonly openingId: OpeningId;
    readonly opening: OpeningInput;
  },
): Promise<Decision<OpeningChangeRefusal, OpeningId>> {
  const { network, openingId } = input;
  return ctx.db.inNetwork(network.id, async (tx) => {
    const saved = await lockOwnOpening(ctx, tx, { networkId: network.id, openingId });
    if (!saved) return refuse('not-found');
    const opening = { ...input.opening, personId: saved.personId };
    const today = todayIn(ctx, saved.zone);
    if (isOver(saved, today)) return refuse('already-over');
    if (opening.firstDay < today) return refuse('in-the-past');
    const decision = await checkOpening(ctx, tx, { network, opening });
    if (!decision.ok) return decision;
    const id = await write(ctx, tx, { saved, opening, today });
    await record(ctx, tx, {
      verb: 'appointments.change-opening',
      networkId: network.id,
      subject: { kind: 'opening', id: openingId },
      facts: { followedBy: id === openingId ? null : id },
    });
    return accept(id);
  });
}

interface Writing {
  readonly saved: SavedOpening;
  readonly opening: OpeningInput;
  readonly today: EpochDay;
}

async function write(ctx: Ctx, tx: Tx, { saved, opening, today }: Writing): Promise<OpeningId> {
  const before = seriesOf(saved);
  const kept = exceptionsKept(before, opening);
  const past = saved.firstDay < today ? endedAfter(before, opening.firstDay - 1) : null;
  const { networkId, createdAt } = saved;
  if (past === null) {
    await updateOpening(tx, { ...opening, id: saved.id, networkId, createdAt });
    await writeExceptions(ctx, tx, { id: saved.id, exceptions: kept });
    return saved.id;
  }
  const id = ctx.newId<'Opening'>();
  await writeEnd(ctx, tx, { saved, series: past });
  await saveOpening(tx, { ...opening, id, networkId, createdAt: ctx.now() });
  await writeExceptions(ctx, tx, { id, exceptions: kept });
  return id;
}

/** The opening of that network, when the actor may write what belongs to its structure and place; null otherwise, or when withdrawn. */
export async function lockOwnOpening(
  ctx: Ctx,
  tx: Tx,
  which: { readonly networkId: NewOpening['networkId']; readonly openingId: OpeningId },
): Promise<SavedOpening | null> {
  const saved = await lockOpening(tx, which.openingId);
  if (!saved || saved.endedAt || saved.networkId !== which.networkId) return null;
  const target = await readTarget(ctx, tx, saved);
  return mayChangePart(ctx, target, saved) ? saved : null;
}

export function todayIn(ctx: Ctx, zone: string): EpochDay {
  return epochDayOf(localDateAt(ctx.now(), zone));
}

export function isOver(saved: SavedOpening, today: EpochDay): boolean {
  return (
    nextDay(seriesOf(saved), today) === null &&
    nextDay({ ...seriesOf(saved), exceptions: [] }, today) === null
  );
}

/** Writes where a series now ends, with the exceptions that are left of it. */
export async function writeEnd(
  ctx: Ctx,
  tx: Tx,
  { saved, series }: { readonly saved: SavedOpening; readonly series: Series },
): Promise<void> {
  const { exceptions, endedAt: _endedAt, ...opening } = { ...saved, ...series };
  await updateOpening(tx, opening);
  await writeExceptions(ctx, tx, { id: saved.id, exceptions });
}

/** Exactly these exceptions, and no other. */
async function writeExceptions(
  ctx: Ctx,
  tx: Tx,
  { id, exceptions }: { readonly id: OpeningId; readonly exceptions: Series['exceptions'] },
): Promise<void> {
  const days = new Set(exceptions.map((one) => one.day));
  for (const day of await listExceptionDays(tx, id)) {
    if (!days.has(day)) await removeException(tx, id, day);
  }
  for (const one of exceptions) await saveException(tx, id, { ...one, recordedAt: ctx.now() });
}

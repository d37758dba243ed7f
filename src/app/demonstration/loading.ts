import type { Ctx, Services } from '#platform/context.ts';
import { contextFor } from '#platform/context.ts';
import { StandingClock } from '#platform/clock.ts';
import type { JobQueue } from '#platform/jobs/queue.ts';
import type { Actor, OrganisationId, PersonId, PlaceId } from '#platform/kernel/actor.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import type { Network } from '#modules/network/index.ts';
import type { DemonstrationData, PlaceData } from './data-file.ts';

/** What one step of the loading hands to the next. */
export interface Loading {
  readonly services: Services;
  /** Acts now, as the program itself. */
  readonly ctx: Ctx;
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  readonly data: DemonstrationData;
  readonly network: Network;
  readonly organisations: Map<string, OrganisationId>;
  readonly places: Map<string, LoadedPlace>;
  /** By « given family »: the same person in several roles exists once. */
  readonly people: Map<string, PersonId>;
  /** As whom each adviser acts. */
  readonly advisers: Map<PersonId, Actor>;
}

export interface LoadedPlace {
  readonly id: PlaceId;
  readonly data: PlaceData;
  readonly organisationId: OrganisationId;
}

/** Keeps nothing: what happened before the loading is told to nobody. */
const silentQueue: JobQueue = {
  enqueue: () => Promise.resolve(),
  enqueueMany: () => Promise.resolve(),
};

/** The verbs of everyone, at a moment that is past. */
export function contextAt(services: Services, at: Temporal.Instant): Ctx {
  return contextFor(
    { ...services, clock: new StandingClock(at), jobs: silentQueue },
    { kind: 'system', job: 'demonstration' },
  );
}

/** The demonstration asks only for what is allowed: a refusal is our mistake. */
export function must<Value>(decision: Decision<string, Value>, what: string): Value {
  if (!decision.ok) throw new Error(`the demonstration was refused ${what}: ${decision.refusal}`);
  return decision.value;
}

export function found<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined)
    throw new Error(`the demonstration does not find ${what}`);
  return value;
}

/** Runs `work` on each item, a few at a time: the database answers several while one waits. */
export async function forEachOf<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 4 }, worker));
}

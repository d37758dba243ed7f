import type { Actor } from '#platform/kernel/actor.ts';
import { homeOf, ownPath } from '../rules/destination.ts';
import { accountPaths } from './paths.ts';

/** The page after a step of signing in: the next step, or where the person wanted to go. */
export function nextStep(
  actor: Actor,
  { asked, step }: { asked: string | undefined; step: 'code' | 'role' },
): string {
  const wanted = ownPath(asked);
  if (actor.kind !== 'unproven') return wanted ?? homeOf(actor);
  const path = step === 'code' ? accountPaths.code : accountPaths.role;
  return wanted ? `${path}?suite=${encodeURIComponent(wanted)}` : path;
}

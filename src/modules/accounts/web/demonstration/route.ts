import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { readForm } from '#platform/http/forms.ts';
import { notFound } from '#platform/http/page-error.ts';
import { parseId } from '#platform/kernel/id.ts';
import { homeOf, ownPath } from '../../rules/destination.ts';
import type { Accounts } from '../../use-cases/accounts.ts';
import { signInDemonstration } from '../../use-cases/sign-in-demonstration.ts';
import { accountPaths } from '../paths.ts';
import { redirectWith, visitOf } from '../visit.ts';

const form = z.object({
  person: z.string().transform((text) => parseId<'Person'>(text)),
  membership: z
    .string()
    .transform((text) => parseId<'Membership'>(text))
    .optional(),
  suite: z.string().optional(),
});

const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;

/** POST `person`, `membership?`, `suite?`. The app's access check says 404 elsewhere; this one does not rely on it. */
export function registerDemonstrationRoute(app: FastifyInstance, accounts: Accounts): void {
  if (!accounts.demonstration) return;
  app.post(
    accountPaths.demonstration,
    { config: { access: { kind: 'demonstration' }, limit: 'write' } },
    async (request, reply) => {
      if (!LOOPBACK.test(request.ip)) throw notFound();
      const reading = readForm(form, request.body);
      if (!reading.ok || !reading.value.person) throw notFound();
      const { person, membership, suite } = reading.value;
      const decision = await signInDemonstration(visitOf(accounts, request), {
        personId: person,
        membershipId: membership ?? null,
      });
      if (!decision.ok) throw notFound();
      const { actor } = decision.value;
      const to = actor.kind === 'unproven' ? accountPaths.role : homeOf(actor);
      return redirectWith(reply, { cookies: decision.value.cookies, to: ownPath(suite) ?? to });
    },
  );
}

import type { FastifyInstance, FastifyReply } from 'fastify';
import { notFound, PageError } from '#platform/http/page-error.ts';
import { publicAccess } from '#platform/http/types.ts';
import type { Access } from '#platform/http/types.ts';
import { parseId } from '#platform/kernel/id.ts';
import { ownPath } from '../../rules/destination.ts';
import type { Accounts } from '../../use-cases/accounts.ts';
import {
  askPasskeyToRegister,
  askPasskeyToSignIn,
  registerPasskey,
  removePasskey,
  signInWithPasskey,
} from '../../use-cases/passkeys.ts';
import { nextStep } from '../next-step.ts';
import { accountPaths } from '../paths.ts';
import { deviceOf } from '../sessions/device.ts';
import { visitOf } from '../visit.ts';
import { assertionBody, attestationBody } from './form.ts';
import { passkeyTexts } from './texts.ts';

const signedIn: Access = { kind: 'signed-in' };

/** JSON for the island, which alone can talk to the authenticator: `{message}` on refusal, `{to}` when done. */
export function registerPasskeyRoutes(app: FastifyInstance, accounts: Accounts): void {
  registerSignIn(app, accounts);
  registerRegistration(app, accounts);
  app.post<{ Params: { passkeyId: string } }>(
    accountPaths.deletePasskey(':passkeyId'),
    { config: { access: signedIn, limit: 'write' } },
    async (request, reply) => {
      const passkeyId = parseId<'Passkey'>(request.params.passkeyId);
      if (!passkeyId) throw notFound();
      const decision = await removePasskey(visitOf(accounts, request), { passkeyId });
      if (!decision.ok && decision.refusal === 'not-found') throw notFound();
      if (!decision.ok && decision.refusal === 'not-allowed')
        throw new PageError(403, passkeyTexts.notAllowed);
      return reply.redirect(accountPaths.sessions, 303);
    },
  );
}

function registerSignIn(app: FastifyInstance, accounts: Accounts): void {
  const config = { access: publicAccess, limit: 'sign-in' as const };
  app.post(accountPaths.passkeySignInOptions, { config }, async (request, reply) => {
    const { options, cookies } = await askPasskeyToSignIn(visitOf(accounts, request));
    return reply
      .header('set-cookie', [...cookies])
      .header('cache-control', 'no-store')
      .send(options);
  });
  app.post(accountPaths.passkeySignIn, { config }, async (request, reply) => {
    const reading = assertionBody.safeParse(request.body);
    if (!reading.success) return refuseWith(reply, 422, passkeyTexts.refused);
    const { response, suite } = reading.data;
    const decision = await signInWithPasskey(visitOf(accounts, request), { response });
    if (!decision.ok) return refuseWith(reply, 422, passkeyTexts.refused);
    const { cookies, actor } = decision.value;
    const to = nextStep(actor, { asked: ownPath(suite) ?? undefined, step: 'role' });
    return reply.header('set-cookie', [...cookies]).send({ to });
  });
}

function registerRegistration(app: FastifyInstance, accounts: Accounts): void {
  const config = { access: signedIn, limit: 'sign-in' as const };
  app.post(accountPaths.passkeyOptions, { config }, async (request, reply) => {
    const decision = await askPasskeyToRegister(visitOf(accounts, request));
    if (!decision.ok) return refuseRegistration(reply, decision.refusal);
    const { options, cookies } = decision.value;
    return reply
      .header('set-cookie', [...cookies])
      .header('cache-control', 'no-store')
      .send(options);
  });
  app.post(accountPaths.passkeys, { config }, async (request, reply) => {
    const reading = attestationBody.safeParse(request.body);
    if (!reading.success) return refuseWith(reply, 422, passkeyTexts.refused);
    const name = deviceOf(request.headers['user-agent'] ?? null) ?? passkeyTexts.defaultName;
    const { response } = reading.data;
    const decision = await registerPasskey(visitOf(accounts, request), { response, name });
    if (!decision.ok) return refuseRegistration(reply, decision.refusal);
    return reply
      .header('set-cookie', [...decision.value.cookies])
      .send({ to: accountPaths.sessions });
  });
}

function refuseRegistration(
  reply: FastifyReply,
  refusal: 'not-signed-in' | 'not-allowed' | 'refused',
): FastifyReply {
  if (refusal === 'not-signed-in') return refuseWith(reply, 401, passkeyTexts.expired);
  if (refusal === 'not-allowed') return refuseWith(reply, 403, passkeyTexts.notAllowed);
  return refuseWith(reply, 422, passkeyTexts.refused);
}

function refuseWith(reply: FastifyReply, status: 401 | 403 | 422, message: string): FastifyReply {
  return reply.status(status).send({ message });
}

import type { FastifyInstance } from 'fastify';
import { oneValue, valuesOf } from '#platform/http/forms.ts';
import { PageError } from '#platform/http/page-error.ts';
import type { Access } from '#platform/http/types.ts';
import { Alert } from '#ui/alert.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { PageTitle } from '#ui/page.tsx';
import { homeOf } from '../../rules/destination.ts';
import type { Accounts } from '../../use-cases/accounts.ts';
import { readRecoveryCodes, renewRecoveryCodes } from '../../use-cases/recovery-codes.ts';
import { applicationTexts } from '../application/texts.ts';
import { accountPaths } from '../paths.ts';
import { visitOf } from '../visit.ts';
import { recoveryTexts as texts } from './texts.ts';

const signedIn: Access = { kind: 'signed-in' };
/** Asks for a proof made now, then comes back. */
const AGAIN = `${accountPaths.code}?encore=1&suite=${encodeURIComponent(accountPaths.recoveryCodes)}`;

export function registerRecoveryCodeRoutes(app: FastifyInstance, accounts: Accounts): void {
  app.get(accountPaths.recoveryCodes, { config: { access: signedIn } }, async (request, reply) => {
    const decision = await readRecoveryCodes(visitOf(accounts, request));
    if (!decision.ok)
      return reply.redirect(
        decision.refusal === 'not-signed-in' ? accountPaths.signIn : AGAIN,
        303,
      );
    const next =
      request.ctx.actor.kind === 'unproven' ? accountPaths.role : homeOf(request.ctx.actor);
    return reply.page({
      title: texts.title,
      surface: 'pro',
      content: <RecoveryCodesPage codes={decision.value} next={next} />,
    });
  });
  app.post(
    accountPaths.renewRecoveryCodes,
    { config: { access: signedIn, limit: 'sign-in' } },
    async (request, reply) => {
      const password = oneValue(valuesOf(request.body), 'password');
      const decision = await renewRecoveryCodes(visitOf(accounts, request), {
        password: password || null,
      });
      if (decision.ok) return reply.redirect(accountPaths.recoveryCodes, 303);
      if (decision.refusal === 'wrong-password')
        throw new PageError(422, applicationTexts.wrongPassword);
      return reply.redirect(
        decision.refusal === 'not-signed-in' ? accountPaths.signIn : AGAIN,
        303,
      );
    },
  );
}

function RecoveryCodesPage({
  codes,
  next,
}: {
  readonly codes: readonly string[];
  readonly next: string;
}) {
  return (
    <>
      <PageTitle title={texts.title} lead={texts.lead} />
      {codes.length === 0 && <p>{texts.none}</p>}
      <ul translate={false}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Alert kind="warning">
        <p>{texts.keep}</p>
      </Alert>
      <ButtonLink href={next}>{texts.done}</ButtonLink>
    </>
  );
}

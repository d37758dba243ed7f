import type { FastifyInstance, FastifyReply } from 'fastify';
import { noErrors, oneValue, valuesOf } from '#platform/http/forms.ts';
import type { FormErrors } from '#platform/http/forms.ts';
import { PageError } from '#platform/http/page-error.ts';
import type { Access } from '#platform/http/types.ts';
import type { Accounts } from '../../use-cases/accounts.ts';
import {
  beginApplication,
  confirmApplication,
  findPendingApplication,
} from '../../use-cases/enrol-application.ts';
import { readSecurity } from '../../use-cases/read-security.ts';
import type { Visit } from '../../use-cases/visit.ts';
import { accountPaths } from '../paths.ts';
import { sharedTexts } from '../texts.ts';
import { redirectWith, visitOf } from '../visit.ts';
import { ApplicationPage, BeginApplicationPage } from './page.tsx';
import { applicationTexts } from './texts.ts';

const signedIn: Access = { kind: 'signed-in' };

export function registerApplicationRoutes(app: FastifyInstance, accounts: Accounts): void {
  app.get(accountPaths.enrol, { config: { access: signedIn } }, (request, reply) =>
    show(visitOf(accounts, request), reply, { errors: noErrors, status: 200 }),
  );
  app.post(
    accountPaths.enrol,
    { config: { access: signedIn, limit: 'sign-in' } },
    async (request, reply) => {
      const visit = visitOf(accounts, request);
      const decision = await confirmApplication(visit, {
        code: oneValue(valuesOf(request.body), 'code'),
      });
      if (decision.ok)
        return redirectWith(reply, {
          cookies: decision.value.cookies,
          to: accountPaths.recoveryCodes,
        });
      switch (decision.refusal) {
        case 'not-signed-in':
          return reply.redirect(accountPaths.signIn, 303);
        case 'not-allowed':
          throw new PageError(403, applicationTexts.refused);
        case 'wrong':
          return show(visit, reply, { errors: { code: applicationTexts.wrong }, status: 422 });
        case 'too-many':
          return show(visit, reply, { errors: { form: sharedTexts.tooMany }, status: 429 });
      }
    },
  );
  registerBegin(app, accounts);
}

function registerBegin(app: FastifyInstance, accounts: Accounts): void {
  app.post(
    accountPaths.beginEnrol,
    { config: { access: signedIn, limit: 'sign-in' } },
    async (request, reply) => {
      const visit = visitOf(accounts, request);
      const password = oneValue(valuesOf(request.body), 'password');
      const decision = await beginApplication(visit, {
        password: password === '' ? null : password,
      });
      if (decision.ok) return reply.redirect(accountPaths.enrol, 303);
      switch (decision.refusal) {
        case 'not-signed-in':
          return reply.redirect(accountPaths.signIn, 303);
        case 'not-allowed':
          throw new PageError(403, applicationTexts.refused);
        case 'already':
          throw new PageError(409, applicationTexts.already);
        case 'wrong-password':
          return show(visit, reply, {
            errors: { password: applicationTexts.wrongPassword },
            status: 422,
          });
      }
    },
  );
}

interface Shown {
  readonly errors: FormErrors;
  readonly status: number;
}

/** The secret while it waits for its first code; before that, the form that asks for one. */
async function show(
  visit: Visit,
  reply: FastifyReply,
  { errors, status }: Shown,
): Promise<FastifyReply> {
  const security = await readSecurity(visit);
  if (!security) return reply.redirect(accountPaths.signIn, 303);
  if (!security.mayEnrol) throw new PageError(403, applicationTexts.refused);
  if (security.hasApplication) throw new PageError(409, applicationTexts.already);
  const pending = await findPendingApplication(visit);
  const asksPassword = security.hasPassword ? 'yes' : 'no';
  return reply.page({
    title: applicationTexts.title,
    surface: 'pro',
    status,
    hasErrors: status !== 200,
    content: pending ? (
      <ApplicationPage pending={pending} errors={errors} />
    ) : (
      <BeginApplicationPage asksPassword={asksPassword} errors={errors} />
    ),
  });
}

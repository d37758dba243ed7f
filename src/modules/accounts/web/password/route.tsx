import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { noErrors, oneValue, readForm, valuesOf } from '#platform/http/forms.ts';
import type { FormErrors } from '#platform/http/forms.ts';
import { PageError } from '#platform/http/page-error.ts';
import { publicAccess, tokenAccess } from '#platform/http/types.ts';
import type { PageDescription } from '#platform/http/types.ts';
import type { Accounts } from '../../use-cases/accounts.ts';
import { askForMessage } from '../../use-cases/ask-for-message.ts';
import { resetPassword } from '../../use-cases/reset-password.ts';
import { emailField } from '../fields.ts';
import { accountPaths } from '../paths.ts';
import { visitOf } from '../visit.ts';
import { ForgottenPage, ResetPage, SaidPage } from './page.tsx';
import { forgottenTexts as texts, resetTexts } from './texts.ts';

const form = z.object({ email: emailField() });
const SENT = `${accountPaths.forgotten}?envoye=1`;
const DONE = `${accountPaths.forgotten}?change=1`;

export function registerPasswordRoutes(app: FastifyInstance, accounts: Accounts): void {
  app.get(accountPaths.forgotten, { config: { access: publicAccess } }, (request, reply) =>
    reply.page(forgottenPage(Object.keys(valuesOf(request.query))[0])),
  );
  app.post(
    accountPaths.forgotten,
    { config: { access: publicAccess, limit: 'sign-in' } },
    async (request, reply) => {
      const reading = readForm(form, request.body);
      if (!reading.ok) {
        const content = (
          <ForgottenPage email={oneValue(reading.values, 'email')} errors={reading.errors} />
        );
        return reply.page({
          title: texts.title,
          surface: 'public',
          status: 422,
          hasErrors: true,
          content,
        });
      }
      await askForMessage(request.ctx, { email: reading.value.email, kind: 'password-reset' });
      return reply.redirect(SENT, 303);
    },
  );
  registerReset(app, accounts);
}

function forgottenPage(said: string | undefined): PageDescription {
  if (said === 'envoye') {
    const content = <SaidPage title={texts.sentTitle} text={texts.sentText} link={texts.back} />;
    return { title: texts.sentTitle, surface: 'public', content };
  }
  if (said === 'change') {
    const content = <SaidPage title={texts.doneTitle} text={texts.doneText} link={texts.signIn} />;
    return { title: texts.doneTitle, surface: 'public', content };
  }
  return {
    title: texts.title,
    surface: 'public',
    content: <ForgottenPage email="" errors={noErrors} />,
  };
}

interface TokenRoute {
  Params: { token: string };
}

function registerReset(app: FastifyInstance, accounts: Accounts): void {
  app.get<TokenRoute>(
    accountPaths.reset(':token'),
    { config: { access: tokenAccess } },
    (request, reply) => reply.page(resetPage(request.params.token, noErrors)),
  );
  app.post<TokenRoute>(
    accountPaths.reset(':token'),
    { config: { access: tokenAccess, limit: 'sign-in' } },
    async (request, reply) => {
      const { token } = request.params;
      const password = oneValue(valuesOf(request.body), 'password');
      if (password === '') return reply.page(resetPage(token, { password: texts.missing }));
      const decision = await resetPassword(visitOf(accounts, request), { token, password });
      if (decision.ok) return reply.redirect(DONE, 303);
      if (decision.refusal === 'expired') throw new PageError(410, resetTexts.expired);
      return reply.page(resetPage(token, { password: resetTexts[decision.refusal] }));
    },
  );
}

function resetPage(token: string, errors: FormErrors): PageDescription {
  const hasErrors = errors !== noErrors;
  const content = <ResetPage token={token} errors={errors} />;
  return {
    title: texts.resetTitle,
    surface: 'public',
    status: hasErrors ? 422 : 200,
    hasErrors,
    content,
  };
}

import type { FastifyInstance, FastifyReply } from 'fastify';
import { noErrors, oneValue, readForm, valuesOf } from '#platform/http/forms.ts';
import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import { publicAccess } from '#platform/http/types.ts';
import { homeOf, ownPath } from '../../rules/destination.ts';
import { askForMessage } from '../../use-cases/ask-for-message.ts';
import type { Accounts } from '../../use-cases/accounts.ts';
import { signInWithPassword } from '../../use-cases/sign-in-with-password.ts';
import { nextStep } from '../next-step.ts';
import { accountPaths } from '../paths.ts';
import { sharedTexts } from '../texts.ts';
import { redirectWith, visitOf } from '../visit.ts';
import { linkForm, passwordForm } from './form.ts';
import { LinkSentPage, SignInPage } from './page.tsx';
import { signInTexts } from './texts.ts';

export function registerSignInRoutes(app: FastifyInstance, accounts: Accounts): void {
  app.get(accountPaths.signIn, { config: { access: publicAccess } }, async (request, reply) => {
    const { actor } = request.ctx;
    const suite = ownPath(oneValue(valuesOf(request.query), 'suite'));
    // Someone signed in who comes to sign in again is where they wanted to be.
    if (actor.kind === 'youth' || actor.kind === 'professional')
      return reply.redirect(suite ?? homeOf(actor), 303);
    return showSignIn(reply, { values: {}, errors: noErrors, suite, status: 200 });
  });
  registerPassword(app, accounts);
  app.post(
    accountPaths.askLink,
    { config: { access: publicAccess, limit: 'sign-in' } },
    async (request, reply) => {
      const reading = readForm(linkForm, request.body);
      if (!reading.ok) return showSignIn(reply, { ...reading, suite: null, status: 422 });
      await askForMessage(request.ctx, {
        email: reading.value['lien-email'],
        kind: 'sign-in-link',
      });
      return reply.redirect(accountPaths.askLink, 303);
    },
  );
  app.get(accountPaths.askLink, { config: { access: publicAccess } }, (_request, reply) =>
    reply.page({ title: signInTexts.sentTitle, surface: 'public', content: <LinkSentPage /> }),
  );
}

function registerPassword(app: FastifyInstance, accounts: Accounts): void {
  app.post(
    accountPaths.signIn,
    { config: { access: publicAccess, limit: 'sign-in' } },
    async (request, reply) => {
      const reading = readForm(passwordForm, request.body);
      const suite = ownPath(oneValue(reading.values, 'suite'));
      if (!reading.ok) return showSignIn(reply, { ...reading, suite, status: 422 });
      const { email, password, remember } = reading.value;
      const decision = await signInWithPassword(visitOf(accounts, request), {
        email,
        password,
        remember: remember === 'oui',
      });
      if (decision.ok) {
        const { cookies, actor } = decision.value;
        return redirectWith(reply, {
          cookies,
          to: nextStep(actor, { asked: suite ?? undefined, step: 'code' }),
        });
      }
      const { values } = reading;
      if (decision.refusal === 'too-many') {
        return showSignIn(reply, {
          values,
          errors: { form: sharedTexts.tooMany },
          suite,
          status: 429,
        });
      }
      return showSignIn(reply, {
        values,
        errors: { email: signInTexts.wrong },
        suite,
        status: 422,
      });
    },
  );
}

interface Shown {
  readonly values: FormValues;
  readonly errors: FormErrors;
  readonly suite: string | null;
  readonly status: number;
}

function showSignIn(reply: FastifyReply, { values, errors, suite, status }: Shown): FastifyReply {
  return reply.page({
    title: signInTexts.title,
    surface: 'public',
    status,
    hasErrors: status !== 200,
    islands: ['accounts/passkey'],
    content: <SignInPage values={values} errors={errors} suite={suite} />,
  });
}

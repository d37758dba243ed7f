import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { noErrors, oneValue, readForm, valuesOf } from '#platform/http/forms.ts';
import type { FormErrors } from '#platform/http/forms.ts';
import type { Access } from '#platform/http/types.ts';
import { ownPath } from '../../rules/destination.ts';
import type { Accounts } from '../../use-cases/accounts.ts';
import { proveSecondFactor } from '../../use-cases/prove-second-factor.ts';
import { readSecurity } from '../../use-cases/read-security.ts';
import type { Security } from '../../use-cases/read-security.ts';
import { nextStep } from '../next-step.ts';
import { accountPaths } from '../paths.ts';
import { redirectWith, visitOf } from '../visit.ts';
import { CodePage } from './page.tsx';
import type { Enrolled } from './page.tsx';
import { codeTexts, proofTexts } from './texts.ts';

const signedIn: Access = { kind: 'signed-in' };

const form = z.object({
  kind: z.enum(['totp', 'recovery-code']).catch('totp'),
  code: z.string().max(40).optional(),
  secours: z.string().max(80).optional(),
  suite: z.string().optional(),
});

export function registerCodeRoutes(app: FastifyInstance, accounts: Accounts): void {
  app.get(accountPaths.code, { config: { access: signedIn } }, async (request, reply) => {
    const { suite: asked, encore } = queryOf(request);
    const security = await readSecurity(visitOf(accounts, request));
    if (!security) return reply.redirect(accountPaths.signIn, 303);
    const { actor } = request.ctx;
    // `encore`: what comes next wants a proof made just now, whatever the one before.
    if (encore !== '1' && actor.kind !== 'unproven')
      return reply.redirect(nextStep(actor, { asked, step: 'role' }), 303);
    if (encore !== '1' && security.isProven)
      return reply.redirect(nextStep(actor, { asked, step: 'role' }), 303);
    const enrolled = enrolledWith(security);
    return showCode(reply, { errors: noErrors, suite: ownPath(asked), enrolled, status: 200 });
  });
  app.post(
    accountPaths.code,
    { config: { access: signedIn, limit: 'sign-in' } },
    async (request, reply) => {
      const reading = readForm(form, request.body);
      const suite = ownPath(oneValue(reading.values, 'suite'));
      const kind = reading.ok ? reading.value.kind : 'totp';
      const field = kind === 'totp' ? 'code' : 'secours';
      const code = oneValue(reading.values, field);
      if (!reading.ok || code.trim() === '') {
        return showCode(reply, {
          errors: { [field]: codeTexts.codeMissing },
          suite,
          enrolled: 'yes',
          status: 422,
        });
      }
      const decision = await proveSecondFactor(visitOf(accounts, request), { kind, code });
      if (decision.ok) {
        const { cookies, actor } = decision.value;
        return redirectWith(reply, {
          cookies,
          to: nextStep(actor, { asked: suite ?? undefined, step: 'role' }),
        });
      }
      const { refusal } = decision;
      const errors = { [refusal === 'wrong' ? field : 'form']: proofTexts[refusal] };
      const enrolled = refusal === 'not-enrolled' ? 'no' : 'yes';
      return showCode(reply, {
        errors,
        suite,
        enrolled,
        status: refusal === 'too-many' ? 429 : 422,
      });
    },
  );
}

function enrolledWith({ hasApplication, passkeys }: Security): Enrolled {
  if (hasApplication) return 'yes';
  return passkeys.length > 0 ? 'passkey' : 'no';
}

function queryOf(request: FastifyRequest): { suite: string; encore: string } {
  const values = valuesOf(request.query);
  return { suite: oneValue(values, 'suite'), encore: oneValue(values, 'encore') };
}

interface Shown {
  readonly errors: FormErrors;
  readonly suite: string | null;
  readonly enrolled: Enrolled;
  readonly status: number;
}

function showCode(reply: FastifyReply, { status, ...props }: Shown): FastifyReply {
  return reply.page({
    title: codeTexts.title,
    surface: 'pro',
    status,
    hasErrors: status !== 200,
    islands: ['accounts/passkey'],
    content: <CodePage {...props} />,
  });
}

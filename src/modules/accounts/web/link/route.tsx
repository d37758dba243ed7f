import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { noErrors, oneValue, readForm, valuesOf } from '#platform/http/forms.ts';
import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import { tokenAccess } from '#platform/http/types.ts';
import type { Accounts } from '../../use-cases/accounts.ts';
import { signInWithLink } from '../../use-cases/sign-in-with-link.ts';
import { accountPaths } from '../paths.ts';
import { redirectWith, visitOf } from '../visit.ts';
import { LinkExpiredPage, LinkPage } from './page.tsx';
import { linkTexts } from './texts.ts';

const returning = z.object({ nouveau: z.undefined().optional(), prenom: z.undefined().optional() });
const newcomer = z.object({
  nouveau: z.literal('1'),
  prenom: z
    .string(linkTexts.nameMissing)
    .trim()
    .min(1, linkTexts.nameMissing)
    .max(60, linkTexts.nameLong),
});

/** GET shows a button and checks nothing: mail scanners open links. The POST uses the link up. */
export function registerLinkRoutes(app: FastifyInstance, accounts: Accounts): void {
  app.get<{ Params: { token: string } }>(
    accountPaths.link(':token'),
    { config: { access: tokenAccess } },
    (request, reply) => {
      const isNew = oneValue(valuesOf(request.query), 'nouveau') === '1';
      const { token } = request.params;
      return showLink(reply, {
        token,
        newcomer: isNew ? 'yes' : 'no',
        values: {},
        errors: noErrors,
      });
    },
  );
  app.post<{ Params: { token: string } }>(
    accountPaths.link(':token'),
    { config: { access: tokenAccess, limit: 'sign-in' } },
    async (request, reply) => {
      const { token } = request.params;
      const isNew = oneValue(valuesOf(request.body), 'nouveau') === '1';
      const reading = readForm(isNew ? newcomer : returning, request.body);
      if (!reading.ok)
        return showLink(reply, { token, newcomer: isNew ? 'yes' : 'no', ...reading });
      const givenName = reading.value.prenom ?? null;
      const decision = await signInWithLink(visitOf(accounts, request), { token, givenName });
      if (decision.ok)
        return redirectWith(reply, { cookies: decision.value.cookies, to: '/mon-espace' });
      const content = <LinkExpiredPage />;
      return reply.page({ title: linkTexts.expiredTitle, surface: 'public', status: 410, content });
    },
  );
}

interface Shown {
  readonly token: string;
  readonly newcomer: 'yes' | 'no';
  readonly values: FormValues;
  readonly errors: FormErrors;
}

function showLink(reply: FastifyReply, shown: Shown): FastifyReply {
  const hasErrors = Object.keys(shown.errors).length > 0;
  return reply.page({
    title: linkTexts.title,
    surface: 'public',
    status: hasErrors ? 422 : 200,
    hasErrors,
    content: <LinkPage {...shown} />,
  });
}

import type { FastifyInstance, FastifyReply } from 'fastify';
import { noErrors, oneValue, valuesOf } from '#platform/http/forms.ts';
import type { FormErrors } from '#platform/http/forms.ts';
import { PageError } from '#platform/http/page-error.ts';
import { tokenAccess } from '#platform/http/types.ts';
import { Button } from '#ui/button.tsx';
import { SummaryList } from '#ui/card.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page.tsx';
import { acceptInvitation, readInvitation } from '../../use-cases/accept-invitation.ts';
import type { AcceptanceRefusal, InvitationCard } from '../../use-cases/accept-invitation.ts';
import type { Accounts } from '../../use-cases/accounts.ts';
import type { Visit } from '../../use-cases/visit.ts';
import { Summary } from '../form-parts.tsx';
import { accountPaths } from '../paths.ts';
import { sharedTexts } from '../texts.ts';
import { redirectWith, visitOf } from '../visit.ts';
import { acceptanceTexts, invitationTexts as texts } from './texts.ts';

interface TokenRoute {
  Params: { token: string };
}

export function registerInvitationRoutes(app: FastifyInstance, accounts: Accounts): void {
  app.get<TokenRoute>(
    accountPaths.invitation(':token'),
    { config: { access: tokenAccess } },
    (request, reply) =>
      show(visitOf(accounts, request), reply, {
        token: request.params.token,
        errors: noErrors,
        status: 200,
      }),
  );
  app.post<TokenRoute>(
    accountPaths.invitation(':token'),
    { config: { access: tokenAccess, limit: 'sign-in' } },
    async (request, reply) => {
      const visit = visitOf(accounts, request);
      const { token } = request.params;
      const password = oneValue(valuesOf(request.body), 'password');
      if (password === '')
        return show(visit, reply, { token, errors: { password: texts.missing }, status: 422 });
      const decision = await acceptInvitation(visit, { token, password });
      if (!decision.ok) {
        const { refusal } = decision;
        const status = refusal === 'too-many' ? 429 : 422;
        return show(visit, reply, {
          token,
          errors: { password: acceptanceTexts[refusal] },
          status,
        });
      }
      const { cookies, next } = decision.value;
      return redirectWith(reply, {
        cookies,
        to: next === 'enrol' ? accountPaths.enrol : accountPaths.code,
      });
    },
  );
}

const LINK_STATUS: Partial<Record<AcceptanceRefusal, 404 | 409 | 410>> = {
  unknown: 404,
  used: 410,
  expired: 410,
  closed: 410,
  'address-in-use': 409,
};

interface Shown {
  readonly token: string;
  readonly errors: FormErrors;
  readonly status: number;
}

async function show(
  visit: Visit,
  reply: FastifyReply,
  { token, errors, status }: Shown,
): Promise<FastifyReply> {
  const decision = await readInvitation(visit, token);
  if (!decision.ok) {
    throw new PageError(LINK_STATUS[decision.refusal] ?? 404, acceptanceTexts[decision.refusal]);
  }
  const card = decision.value;
  return reply.page({
    title: card.kind === 'join' ? texts.joinTitle : texts.enrolTitle,
    surface: 'pro',
    status,
    hasErrors: status !== 200,
    content: <InvitationPage card={card} token={token} errors={errors} />,
  });
}

interface InvitationPageProps {
  readonly card: InvitationCard;
  readonly token: string;
  readonly errors: FormErrors;
}

function InvitationPage({ card, token, errors }: InvitationPageProps) {
  const isJoin = card.kind === 'join';
  const title = isJoin ? `${texts.joinTitle} ${card.givenName}` : texts.enrolTitle;
  const isChosen = card.password === 'choose';
  return (
    <>
      <Summary title={sharedTexts.fault} errors={errors} />
      <PageTitle title={title} lead={isJoin ? texts.joinLead : texts.enrolLead} />
      <SummaryList facts={[{ label: texts.address, value: card.email }]} />
      <Form action={accountPaths.invitation(token)}>
        <input type="hidden" name="email" value={card.email} autocomplete="username" />
        <TextField
          name="password"
          type="password"
          label={isChosen ? texts.choose : texts.give}
          hint={isChosen ? sharedTexts.passwordHint : texts.giveHint}
          autocomplete={isChosen ? 'new-password' : 'current-password'}
          error={errors['password']}
        />
        <Button>{texts.button}</Button>
      </Form>
      {!isChosen && (
        <p>
          <a href={accountPaths.forgotten}>{texts.forgotten}</a>
        </p>
      )}
    </>
  );
}

import type { FastifyInstance, FastifyReply } from 'fastify';
import { oneValue, noErrors, valuesOf } from '#platform/http/forms.ts';
import type { FormErrors } from '#platform/http/forms.ts';
import { notFound } from '#platform/http/page-error.ts';
import type { Access } from '#platform/http/types.ts';
import { parseId } from '#platform/kernel/id.ts';
import { Button } from '#ui/button.tsx';
import { Radios } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page.tsx';
import { ownPath } from '../../rules/destination.ts';
import type { MembershipCard } from '../../rules/membership.ts';
import type { Accounts } from '../../use-cases/accounts.ts';
import { chooseRole } from '../../use-cases/choose-role.ts';
import type { RoleChoice } from '../../use-cases/choose-role.ts';
import { readSecurity } from '../../use-cases/read-security.ts';
import type { Security } from '../../use-cases/read-security.ts';
import { Summary } from '../form-parts.tsx';
import { nextStep } from '../next-step.ts';
import { accountPaths } from '../paths.ts';
import { sharedTexts } from '../texts.ts';
import { visitOf } from '../visit.ts';
import { roleTexts as texts } from './texts.ts';

const signedIn: Access = { kind: 'signed-in' };

export function registerRoleRoutes(app: FastifyInstance, accounts: Accounts): void {
  app.get(accountPaths.role, { config: { access: signedIn } }, async (request, reply) => {
    const security = await readSecurity(visitOf(accounts, request));
    if (!security) return reply.redirect(accountPaths.signIn, 303);
    const suite = ownPath(oneValue(valuesOf(request.query), 'suite'));
    return show(reply, { security, suite, errors: noErrors });
  });
  app.post(
    accountPaths.role,
    { config: { access: signedIn, limit: 'write' } },
    async (request, reply) => {
      const visit = visitOf(accounts, request);
      const values = valuesOf(request.body);
      const suite = ownPath(oneValue(values, 'suite'));
      const choice = choiceOf(oneValue(values, 'role'));
      if (!choice) {
        const security = await readSecurity(visit);
        if (!security) return reply.redirect(accountPaths.signIn, 303);
        return show(reply, { security, suite, errors: { role: texts.missing } });
      }
      const decision = await chooseRole(visit, choice);
      if (decision.ok)
        return reply.redirect(
          nextStep(decision.value, { asked: suite ?? undefined, step: 'code' }),
          303,
        );
      if (decision.refusal === 'not-found') throw notFound();
      return reply.redirect(accountPaths.signIn, 303);
    },
  );
}

function choiceOf(posted: string): RoleChoice | null {
  if (posted === 'own') return { kind: 'own' };
  const membershipId = parseId<'Membership'>(posted);
  return membershipId ? { kind: 'membership', membershipId } : null;
}

interface Shown {
  readonly security: Security;
  readonly suite: string | null;
  readonly errors: FormErrors;
}

function show(reply: FastifyReply, { security, suite, errors }: Shown): FastifyReply {
  const hasErrors = errors !== noErrors;
  return reply.page({
    title: texts.title,
    surface: 'pro',
    status: hasErrors ? 422 : 200,
    hasErrors,
    content: (
      <RolePage
        memberships={security.memberships}
        current={security.signedIn.membershipId}
        suite={suite}
        errors={errors}
      />
    ),
  });
}

interface RolePageProps {
  readonly memberships: readonly MembershipCard[];
  readonly current: string | null;
  readonly suite: string | null;
  readonly errors: FormErrors;
}

function RolePage({ memberships, current, suite, errors }: RolePageProps) {
  const options = [
    ...memberships.map(({ membershipId, label }) => ({ value: membershipId, label })),
    { value: 'own', label: texts.own, hint: texts.ownHint },
  ];
  return (
    <>
      <Summary title={sharedTexts.fault} errors={errors} />
      <PageTitle title={texts.title} lead={texts.lead} />
      <Form action={accountPaths.role} hidden={suite ? { suite } : {}}>
        <Radios
          name="role"
          legend={texts.legend}
          options={options}
          value={current ?? undefined}
          error={errors['role']}
        />
        <Button>{texts.button}</Button>
      </Form>
    </>
  );
}

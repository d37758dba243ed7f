import type { FormErrors } from '#platform/http/forms.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/card.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page.tsx';
import { Summary } from '../form-parts.tsx';
import { accountPaths } from '../paths.ts';
import { sharedTexts } from '../texts.ts';
import { forgottenTexts as texts } from './texts.ts';

export function ForgottenPage({
  email,
  errors,
}: {
  readonly email: string;
  readonly errors: FormErrors;
}) {
  return (
    <>
      <Summary title={sharedTexts.fault} errors={errors} />
      <PageTitle title={texts.title} lead={texts.lead} />
      <Form action={accountPaths.forgotten}>
        <TextField
          name="email"
          type="email"
          inputMode="email"
          autocomplete="username"
          label={texts.email}
          value={email}
          error={errors['email']}
        />
        <Button>{texts.button}</Button>
      </Form>
    </>
  );
}

export function ResetPage({
  token,
  errors,
}: {
  readonly token: string;
  readonly errors: FormErrors;
}) {
  return (
    <>
      <Summary title={sharedTexts.fault} errors={errors} />
      <PageTitle title={texts.resetTitle} lead={texts.resetLead} />
      <Form action={accountPaths.reset(token)}>
        <TextField
          name="password"
          type="password"
          autocomplete="new-password"
          label={texts.password}
          hint={sharedTexts.passwordHint}
          error={errors['password']}
        />
        <Button>{texts.resetButton}</Button>
      </Form>
    </>
  );
}

interface SaidProps {
  readonly title: string;
  readonly text: string;
  readonly link: string;
}

export function SaidPage({ title, text, link }: SaidProps) {
  return (
    <EmptyState
      level={1}
      title={title}
      actions={<ButtonLink href={accountPaths.signIn}>{link}</ButtonLink>}
    >
      <p>{text}</p>
    </EmptyState>
  );
}

import { oneValue } from '#platform/http/forms.ts';
import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card, EmptyState } from '#ui/card.tsx';
import { Checkbox } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page.tsx';
import { Summary } from '../form-parts.tsx';
import { accountPaths } from '../paths.ts';
import { sharedTexts } from '../texts.ts';
import { signInTexts as texts } from './texts.ts';

interface SignInProps {
  readonly values: FormValues;
  readonly errors: FormErrors;
  readonly suite: string | null;
}

export function SignInPage(props: SignInProps) {
  return (
    <>
      <Summary title={sharedTexts.fault} errors={props.errors} />
      <PageTitle title={texts.title} lead={texts.lead} />
      <LinkCard {...props} />
      <PasskeyCard suite={props.suite} />
      <PasswordCard {...props} />
    </>
  );
}

function LinkCard({ values, errors }: SignInProps) {
  return (
    <Card title={texts.youthTitle} tone="warm" as="section">
      <p>{texts.youthText}</p>
      <Form action={accountPaths.askLink} label={texts.youthTitle}>
        <TextField
          name="lien-email"
          type="email"
          inputMode="email"
          autocomplete="email"
          label={texts.youthEmail}
          value={oneValue(values, 'lien-email')}
          error={errors['lien-email']}
        />
        <Button icon="mail">{texts.youthButton}</Button>
      </Form>
    </Card>
  );
}

/** Drawn hidden: only a browser that runs the script and knows passkeys shows it. */
function PasskeyCard({ suite }: { readonly suite: string | null }) {
  return (
    <div data-passkey-sign-in={accountPaths.passkeySignIn} data-suite={suite ?? ''} hidden>
      <Card title={texts.passkeyTitle} as="section">
        <p>{texts.passkeyText}</p>
        <Button type="button" kind="secondary" icon="lock">
          {texts.passkeyButton}
        </Button>
        <p role="status" />
      </Card>
    </div>
  );
}

function PasswordCard({ values, errors, suite }: SignInProps) {
  return (
    <Card title={texts.proTitle} as="section">
      <p>{texts.proText}</p>
      <Form action={accountPaths.signIn} label={texts.proTitle} hidden={suite ? { suite } : {}}>
        <TextField
          name="email"
          type="email"
          inputMode="email"
          autocomplete="username"
          label={texts.proEmail}
          value={oneValue(values, 'email')}
          error={errors['email']}
        />
        <TextField
          name="password"
          type="password"
          autocomplete="current-password"
          label={texts.password}
          error={errors['password']}
        />
        <Checkbox
          name="remember"
          label={texts.remember}
          hint={texts.rememberHint}
          checked={oneValue(values, 'remember') === 'oui'}
        />
        <Button kind="secondary">{texts.proButton}</Button>
      </Form>
      <p>
        <a href={accountPaths.forgotten}>{texts.forgotten}</a>
      </p>
    </Card>
  );
}

export function LinkSentPage() {
  return (
    <EmptyState
      level={1}
      title={texts.sentTitle}
      actions={
        <ButtonLink href={accountPaths.signIn} kind="secondary">
          {texts.again}
        </ButtonLink>
      }
    >
      <p>{texts.sentText}</p>
      <p>{texts.sentHelp}</p>
    </EmptyState>
  );
}

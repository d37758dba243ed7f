import type { FormErrors } from '#platform/http/forms.ts';
import { Alert } from '#ui/alert.tsx';
import { Button } from '#ui/button.tsx';
import { Card, Disclosure } from '#ui/card.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page.tsx';
import { Summary } from '../form-parts.tsx';
import { accountPaths } from '../paths.ts';
import { sharedTexts } from '../texts.ts';
import { codeTexts as texts } from './texts.ts';

/** What there is to prove with: an application (`yes`), only a passkey, or nothing. */
export type Enrolled = 'yes' | 'passkey' | 'no';

export interface CodeProps {
  readonly errors: FormErrors;
  readonly suite: string | null;
  readonly enrolled: Enrolled;
}

export function CodePage(props: CodeProps) {
  const { errors, suite, enrolled } = props;
  return (
    <>
      <Summary title={sharedTexts.fault} errors={errors} />
      <PageTitle title={texts.title} lead={texts.lead} />
      {enrolled === 'yes' && <CodeForms {...props} />}
      {enrolled === 'passkey' && <p>{texts.passkeyOnly}</p>}
      {enrolled === 'no' && (
        <Alert kind="warning" title={texts.noneTitle}>
          <p>{texts.noneText}</p>
        </Alert>
      )}
      <div data-passkey-sign-in={accountPaths.passkeySignIn} data-suite={suite ?? ''} hidden>
        <Card title={texts.passkeyTitle} as="section">
          <Button type="button" kind="secondary" icon="lock">
            {texts.passkeyButton}
          </Button>
          <p role="status" />
        </Card>
      </div>
      <Form action={accountPaths.role} hidden={{ role: 'own' }}>
        <Button kind="quiet">{texts.own}</Button>
      </Form>
    </>
  );
}

function CodeForms({ errors, suite }: CodeProps) {
  const hidden = suite ? { suite } : {};
  return (
    <>
      <Form action={accountPaths.code} hidden={{ ...hidden, kind: 'totp' }}>
        <TextField
          name="code"
          label={texts.code}
          inputMode="numeric"
          autocomplete="one-time-code"
          width="short"
          maxLength={12}
          error={errors['code']}
        />
        <Button>{texts.button}</Button>
      </Form>
      <Disclosure summary={texts.lost} open={errors['secours'] !== undefined}>
        <p>{texts.lostText}</p>
        <Form action={accountPaths.code} hidden={{ ...hidden, kind: 'recovery-code' }}>
          <TextField
            name="secours"
            label={texts.recovery}
            autocomplete="off"
            spellcheck="false"
            width="medium"
            maxLength={40}
            error={errors['secours']}
          />
          <Button kind="secondary">{texts.recoveryButton}</Button>
        </Form>
        <p>{texts.lostAll}</p>
      </Disclosure>
    </>
  );
}

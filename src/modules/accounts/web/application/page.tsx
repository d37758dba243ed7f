import type { FormErrors } from '#platform/http/forms.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page.tsx';
import type { PendingApplication } from '../../use-cases/enrol-application.ts';
import { Summary } from '../form-parts.tsx';
import { accountPaths } from '../paths.ts';
import { sharedTexts } from '../texts.ts';
import { QrCode } from '#ui/qr-code.tsx';
import { applicationTexts as texts } from './texts.ts';

interface PendingProps {
  readonly pending: PendingApplication;
  readonly errors: FormErrors;
}

export function ApplicationPage({ pending, errors }: PendingProps) {
  return (
    <>
      <Summary title={sharedTexts.fault} errors={errors} />
      <PageTitle title={texts.title} lead={texts.lead} />
      <Card title={texts.step1} as="section">
        <p>{texts.step1Text}</p>
      </Card>
      <Card title={texts.step2} as="section">
        <QrCode text={pending.uri} label={texts.qrLabel} />
        <p>
          <a href={pending.uri}>{texts.samePhone}</a>
        </p>
        <p>{texts.typed}</p>
        <p>
          <code translate={false}>{pending.groups.join(' ')}</code>
        </p>
      </Card>
      <Card title={texts.step3} as="section">
        <Form action={accountPaths.enrol}>
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
      </Card>
    </>
  );
}

interface BeginProps {
  readonly asksPassword: 'yes' | 'no';
  readonly errors: FormErrors;
}

export function BeginApplicationPage({ asksPassword, errors }: BeginProps) {
  return (
    <>
      <Summary title={sharedTexts.fault} errors={errors} />
      <PageTitle title={texts.beginTitle} lead={texts.lead} />
      <Form action={accountPaths.beginEnrol}>
        {asksPassword === 'yes' && (
          <TextField
            name="password"
            type="password"
            autocomplete="current-password"
            label={texts.password}
            hint={texts.beginText}
            error={errors['password']}
          />
        )}
        <Button>{texts.begin}</Button>
      </Form>
    </>
  );
}

import { oneValue } from '#platform/http/forms.ts';
import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/card.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page.tsx';
import { Summary } from '../form-parts.tsx';
import { accountPaths } from '../paths.ts';
import { sharedTexts } from '../texts.ts';
import { linkTexts as texts } from './texts.ts';

interface LinkProps {
  readonly token: string;
  /** The mail was sent to an address without an account. */
  readonly newcomer: 'yes' | 'no';
  readonly values: FormValues;
  readonly errors: FormErrors;
}

export function LinkPage({ token, newcomer, values, errors }: LinkProps) {
  return (
    <>
      <Summary title={sharedTexts.fault} errors={errors} />
      <PageTitle title={texts.title} lead={texts.text} />
      <Form action={accountPaths.link(token)} hidden={newcomer === 'yes' ? { nouveau: '1' } : {}}>
        {newcomer === 'yes' && (
          <TextField
            name="prenom"
            label={texts.name}
            hint={texts.nameHint}
            autocomplete="given-name"
            maxLength={60}
            value={oneValue(values, 'prenom')}
            error={errors['prenom']}
          />
        )}
        <Button size="large">{texts.button}</Button>
      </Form>
    </>
  );
}

export function LinkExpiredPage() {
  return (
    <EmptyState
      level={1}
      title={texts.expiredTitle}
      actions={<ButtonLink href={accountPaths.signIn}>{texts.again}</ButtonLink>}
    >
      <p>{texts.expiredText}</p>
    </EmptyState>
  );
}

import { oneValue } from '#platform/http/forms.ts';
import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import { Disclosure } from '#ui/card.tsx';
import { Checkbox, Fieldset } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';

export interface GuardianFieldsProps {
  readonly values: FormValues;
  readonly errors: FormErrors;
  /** « Si tu as moins de 15 ans » */
  readonly summary: string;
  /** « Mon parent est d’accord… » */
  readonly agreement: string;
}

/** Under 15 a holder of parental authority agrees too (standards.md A3). Open when it was ticked, or when it is missing. */
export function GuardianFields({ values, errors, summary, agreement }: GuardianFieldsProps) {
  const ticked = oneValue(values, 'parentAccord') === 'oui';
  return (
    <Disclosure summary={summary} open={ticked || errors['parentAccord'] !== undefined}>
      <Fieldset id="parent" legend="L’accord d’un parent (ou de qui a l’autorité parentale)">
        <Checkbox
          name="parentAccord"
          label={agreement}
          checked={ticked}
          error={errors['parentAccord']}
        />
        <TextField
          name="parentNom"
          label="Son nom"
          need="optional"
          value={oneValue(values, 'parentNom')}
          error={errors['parentNom']}
        />
        <TextField
          name="parentContact"
          label="Son téléphone ou son e-mail"
          need="optional"
          value={oneValue(values, 'parentContact')}
          error={errors['parentContact']}
        />
      </Fieldset>
    </Disclosure>
  );
}

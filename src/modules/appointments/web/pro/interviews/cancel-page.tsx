import { Alert } from '#ui/alert.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Radios } from '#ui/choice.tsx';
import { fieldId, TextArea } from '#ui/field.tsx';
import { ErrorSummary, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page.tsx';
import { oneValue } from '#platform/http/forms.ts';
import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import { whenOf } from '../../words.ts';
import { interviewPaths } from '../interview-paths.ts';
import type { ActView } from './acting.ts';
import { hasStarted } from './withdrawal.ts';
import { structureReasons } from './words.ts';

export interface CancelPageProps {
  readonly view: ActView;
  readonly now: number;
  readonly values: FormValues;
  readonly errors: FormErrors;
  readonly refusal?: string;
}

/** Who cancels, and why: a structure's reason is read by the coordination (SM-24), its message by the young person. */
export function StaffCancelPage({ view, now, values, errors, refusal }: CancelPageProps) {
  const { appointment, youth } = view;
  const name = youth?.firstName ?? 'la personne';
  const started = hasStarted({ status: appointment.status, ...appointment.period }, now);
  const faults = Object.entries(errors).map(([field, message]) => ({
    fieldId: fieldId(field),
    message,
  }));
  return (
    <>
      <ErrorSummary title="Il manque quelque chose" errors={faults} />
      {refusal && <Alert kind="warning" live="alert" title={refusal} />}
      <PageTitle
        title={started ? 'Noter une annulation' : 'Annuler ce rendez-vous ?'}
        lead={`${name}, ${whenOf(appointment.period.start, appointment.zone)}.`}
      />
      <Form action={interviewPaths.cancel(appointment.id)}>
        <Radios
          name="par"
          legend="Qui annule ?"
          options={[
            { value: 'structure', label: 'La structure' },
            {
              value: 'jeune',
              label: name,
              hint: 'A prévenu par téléphone, par message ou sur place.',
            },
          ]}
          value={oneValue(values, 'par') || 'structure'}
        />
        <Radios
          name="raison"
          legend="Si c’est la structure, pourquoi ?"
          hint="La coordination lit cette raison."
          need="unsaid"
          options={structureReasons}
          value={oneValue(values, 'raison')}
          error={errors['raison']}
        />
        <TextArea
          name="mot"
          label={`Un mot pour ${name}`}
          hint="Il part dans le message d’annulation, avec le lien pour reprendre un rendez-vous."
          need="optional"
          rows={3}
          maxLength={500}
          value={oneValue(values, 'mot')}
          error={errors['mot']}
        />
        <div class="button-row">
          <Button kind="danger" icon="close">
            Annuler le rendez-vous
          </Button>
          {!started && (
            <ButtonLink
              href={interviewPaths.transfer(appointment.id)}
              kind="secondary"
              icon="people"
            >
              Plutôt le transférer
            </ButtonLink>
          )}
          <ButtonLink href={interviewPaths.interview(appointment.id)} kind="quiet">
            Le garder
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}

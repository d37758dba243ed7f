import { Alert } from '#ui/alert.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Radios } from '#ui/choice.tsx';
import { TextArea } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page.tsx';
import type { AppointmentView } from '../../use-cases/open-private-page.ts';
import { privatePaths } from '../paths.ts';
import { whenOf } from '../words.ts';
import { cancellationReasons } from './texts.ts';

export interface CancelPageProps {
  readonly view: AppointmentView;
  readonly token: string;
  readonly refusal?: string;
}

/** Asks once whether to cancel; the reason is welcome, never demanded (SM-23). */
export function CancelPage({ view, token, refusal }: CancelPageProps) {
  const { appointment } = view;
  return (
    <>
      {refusal && <Alert kind="warning" live="alert" title={refusal} />}
      <PageTitle
        title="Annuler ce rendez-vous ?"
        lead={`${whenOf(appointment.period.start, appointment.zone)}, avec ${view.adviserName}. Sans conséquence : le créneau servira à quelqu’un d’autre.`}
      />
      <Form action={privatePaths.cancel(token)}>
        <Radios
          name="raison"
          legend="Pourquoi ?"
          need="optional"
          options={cancellationReasons}
          value="unsaid"
        />
        <TextArea
          name="mot"
          label={`Un mot pour ${view.adviserName}`}
          need="optional"
          rows={2}
          maxLength={500}
        />
        <div class="button-row">
          <Button kind="danger" icon="close">
            Oui, annuler
          </Button>
          <ButtonLink href={privatePaths.move(token)} kind="secondary">
            Plutôt le déplacer
          </ButtonLink>
          <ButtonLink href={privatePaths.page(token)} kind="quiet">
            Le garder
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}

import { oneValue } from '#platform/http/forms.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/button.tsx';
import { Fieldset } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page.tsx';
import type { Opened } from '../calendar-of.tsx';
import { whoseEyebrow } from '../calendar-of.tsx';
import { Faults, HoursFields, RepetitionFields } from '../form-parts.tsx';
import type { FormState } from '../form-parts.tsx';
import { isSayable } from '../recurrence-form.ts';
import { daysText } from '../series-words.ts';
import { HowFields, LengthFields, WhereFields } from './fields.tsx';
import { summaryOf } from './words.ts';
import type { Opening } from './words.ts';

export interface OpeningFormPageProps extends Opened, FormState {
  /** The opening being changed; null for a new one. */
  readonly saved: Opening | null;
}

/** A new opening, or another text for one. */
export function OpeningFormPage({ calendar, paths, saved, values, errors }: OpeningFormPageProps) {
  const state = { values, errors };
  const back = saved ? paths.opening(saved.id) : paths.openings();
  const recurrence = saved?.recurrence ?? null;
  const unchanged =
    saved && recurrence && !isSayable(recurrence) ? daysText({ ...saved, today: calendar.today }) : null;
  return (
    <>
      <Faults errors={errors} />
      <PageTitle
        title={saved ? 'Modifier cette plage' : 'Ouvrir une plage'}
        eyebrow={whoseEyebrow(calendar)}
        lead={
          saved
            ? `Aujourd’hui : ${summaryOf(saved, calendar)}. Les entretiens déjà pris ne bougent pas.`
            : 'Vos créneaux sont proposés au public dans ces heures.'
        }
      />
      <Form action={saved ? paths.editOpening(saved.id) : paths.newOpening()}>
        <Fieldset id="champ-quand" legend="Quand" legendSize="title">
          <div class="stack stack--loose">
            <TextField
              name="du"
              label={saved ? 'Ces changements valent à partir du' : 'Le, ou à partir du'}
              hint={saved ? 'Avant cette date, rien ne change.' : undefined}
              type="date"
              width="medium"
              min={calendar.today.toString()}
              value={oneValue(values, 'du')}
              error={errors['du']}
            />
            <HoursFields {...state} />
            <RepetitionFields {...state} unchanged={unchanged} />
          </div>
        </Fieldset>
        <Fieldset id="champ-ou" legend="Où et comment" legendSize="title">
          <div class="stack stack--loose">
            <WhereFields {...state} calendar={calendar} />
            <HowFields {...state} calendar={calendar} />
          </div>
        </Fieldset>
        <Fieldset id="champ-durees" legend="Durée et fermetures" legendSize="title">
          <div class="stack stack--loose">
            <LengthFields {...state} />
          </div>
        </Fieldset>
        <ButtonRow>
          <Button icon="check">{saved ? 'Enregistrer' : 'Ouvrir cette plage'}</Button>
          <ButtonLink href={back} kind="quiet">
            Ne rien changer
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}

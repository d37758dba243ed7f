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
  const words = wordsOf({ calendar, paths, saved });
  return (
    <>
      <Faults errors={errors} />
      <PageTitle title={words.title} eyebrow={whoseEyebrow(calendar)} lead={words.lead} />
      <Form action={words.action}>
        <Fieldset id="champ-quand" legend="Quand" legendSize="title">
          <div class="stack stack--loose">
            <TextField
              name="du"
              label={words.from}
              hint={words.fromHint}
              type="date"
              width="medium"
              min={calendar.today.toString()}
              value={oneValue(values, 'du')}
              error={errors['du']}
            />
            <HoursFields {...state} />
            <RepetitionFields {...state} unchanged={unchangedOf(saved, calendar.today)} />
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
          <Button icon="check">{words.button}</Button>
          <ButtonLink href={words.back} kind="quiet">
            Ne rien changer
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}

function wordsOf({ calendar, paths, saved }: Opened & Pick<OpeningFormPageProps, 'saved'>) {
  if (saved) {
    return {
      title: 'Modifier cette plage',
      lead: `Aujourd’hui : ${summaryOf(saved, calendar)}. Les entretiens déjà pris ne bougent pas.`,
      action: paths.editOpening(saved.id),
      back: paths.opening(saved.id),
      from: 'Ces changements valent à partir du',
      fromHint: 'Avant cette date, rien ne change.',
      button: 'Enregistrer',
    };
  }
  return {
    title: 'Ouvrir une plage',
    lead: 'Vos créneaux sont proposés au public dans ces heures.',
    action: paths.newOpening(),
    back: paths.openings(),
    from: 'Le, ou à partir du',
    fromHint: undefined,
    button: 'Ouvrir cette plage',
  };
}

/** Words of a recurrence that the fields cannot say. */
function unchangedOf(saved: Opening | null, today: Temporal.PlainDate): string | null {
  if (!saved?.recurrence || isSayable(saved.recurrence)) return null;
  return daysText({ ...saved, today });
}

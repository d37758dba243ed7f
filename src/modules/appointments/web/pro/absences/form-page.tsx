import { oneValue } from '#platform/http/forms.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/button.tsx';
import { TextArea, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page.tsx';
import { Tabs } from '#ui/paging.tsx';
import type { Opened } from '../calendar-of.tsx';
import { whoseEyebrow } from '../calendar-of.tsx';
import { Faults, HoursFields, RepetitionFields } from '../form-parts.tsx';
import type { FormState } from '../form-parts.tsx';
import { isSayable } from '../recurrence-form.ts';
import { daysText } from '../series-words.ts';
import { ABSENCE_SORTS, absenceText, sortHints, sortLabels } from './words.ts';
import type { Absence, AbsenceSort } from './words.ts';

export interface AbsenceFormPageProps extends Opened, FormState {
  readonly sort: AbsenceSort;
  readonly saved: Absence | null;
}

/** A new absence of one of the three sorts, or other dates for one. */
export function AbsenceFormPage({
  calendar,
  paths,
  sort,
  saved,
  values,
  errors,
}: AbsenceFormPageProps) {
  return (
    <>
      <Faults errors={errors} />
      <PageTitle
        title={saved ? 'Modifier cette absence' : 'Déclarer une absence'}
        eyebrow={whoseEyebrow(calendar)}
        lead={saved ? `Aujourd’hui : ${absenceText(saved, calendar.today)}.` : sortHints[sort]}
      />
      {!saved && (
        <Tabs
          label="Sorte d’absence"
          tabs={ABSENCE_SORTS.map((one) => ({
            href: paths.newAbsence(one),
            label: sortLabels[one],
            current: one === sort,
          }))}
        />
      )}
      <Form action={saved ? paths.editAbsence(saved.id) : paths.newAbsence(sort)}>
        <WhenFields {...{ calendar, sort, saved, values, errors }} />
        <TextArea
          name="motif"
          label="Motif"
          hint="Lu par votre responsable et par la coordination, jamais par le public. Rien de médical."
          need="optional"
          rows={2}
          maxLength={500}
          value={oneValue(values, 'motif')}
          error={errors['motif']}
        />
        <p class="soft">
          S’il y a déjà des entretiens à ces moments-là, ils vous sont montrés ensuite : rien n’est
          annulé tout seul.
        </p>
        <ButtonRow>
          <Button icon="check">{saved ? 'Enregistrer' : 'Déclarer l’absence'}</Button>
          <ButtonLink href={saved ? paths.absence(saved.id) : paths.absences()} kind="quiet">
            Ne rien changer
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}

function WhenFields({
  calendar,
  sort,
  saved,
  values,
  errors,
}: Omit<AbsenceFormPageProps, 'paths'>) {
  const recurrence = saved?.recurrence ?? null;
  const unchanged =
    saved && recurrence && !isSayable(recurrence)
      ? daysText({ ...saved, today: calendar.today })
      : null;
  return (
    <>
      <TextField
        name="du"
        label={FIRST_LABELS[sort]}
        type="date"
        width="medium"
        value={oneValue(values, 'du')}
        error={errors['du']}
      />
      {sort === 'jours' ? (
        <TextField
          name="au"
          label="Dernier jour compris"
          type="date"
          width="medium"
          value={oneValue(values, 'au')}
          error={errors['au']}
        />
      ) : (
        <HoursFields values={values} errors={errors} />
      )}
      {sort === 'reguliere' && (
        <RepetitionFields
          values={values}
          errors={errors}
          unchanged={unchanged}
          choice="coming-back"
        />
      )}
    </>
  );
}

const FIRST_LABELS: Readonly<Record<AbsenceSort, string>> = {
  heures: 'Le',
  jours: 'Premier jour',
  reguliere: 'À partir du',
};

import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import { allValues, oneValue } from '#platform/http/forms.ts';
import { Checkboxes, Fieldset, Radios } from '#ui/choice.tsx';
import { fieldId, SelectField, TextField } from '#ui/field.tsx';
import { ErrorSummary } from '#ui/form.tsx';
import { capitalise } from '#ui/format.ts';
import type { IsoWeekday } from '../../rules/calendar.ts';
import { WEEKDAY_VALUES } from './recurrence-form.ts';
import { weekdayName } from './series-words.ts';
import { blockRows } from './typed.ts';

export interface FormState {
  readonly values: FormValues;
  readonly errors: FormErrors;
}

/** What is wrong, each line leading to its field. */
export function Faults({ errors }: { readonly errors: FormErrors }) {
  return (
    <ErrorSummary
      title="Ce qui ne va pas encore"
      errors={Object.entries(errors).map(([field, message]) => ({
        fieldId: fieldId(field),
        message,
      }))}
    />
  );
}

const WEEKDAYS = WEEKDAY_VALUES.map((value) => ({
  value,
  label: capitalise(weekdayName(Number(value) as IsoWeekday)),
}));

/** Rows of hours: empty ones are of no use. */
export function HoursFields({
  values,
  errors,
  legend = 'Horaires',
}: FormState & { readonly legend?: string }) {
  return (
    <Fieldset
      id="champ-horaires"
      legend={legend}
      hint="Une ligne au moins. Laissez vides celles qui ne servent pas."
    >
      <div class="stack">
        {blockRows(values).map((row) => (
          <div key={row} class="cluster">
            <HourField
              name={`debut-${row}`}
              words="De"
              about={`horaire ${row}`}
              values={values}
              errors={errors}
            />
            <HourField
              name={`fin-${row}`}
              words="à"
              about={`horaire ${row}`}
              values={values}
              errors={errors}
            />
          </div>
        ))}
      </div>
    </Fieldset>
  );
}

interface HourFieldProps extends FormState {
  readonly name: string;
  readonly words: string;
  /** Read aloud only. */
  readonly about: string;
}

function HourField({ name, words, about, values, errors }: HourFieldProps) {
  return (
    <TextField
      name={name}
      label={
        <>
          {words}
          <span class="unseen"> ({about})</span>
        </>
      }
      type="time"
      width="short"
      need="unsaid"
      value={oneValue(values, name)}
      error={errors[name]}
    />
  );
}

/** « toutes les n semaines », on which days. */
export function WeeklyFields({ values, errors }: FormState) {
  return (
    <>
      <Checkboxes
        name="jours"
        legend="Les jours de la semaine"
        hint="Aucun coché : le jour de la date choisie."
        need="unsaid"
        layout="row"
        options={WEEKDAYS}
        values={allValues(values, 'jours')}
        error={errors['jours']}
      />
      <TextField
        name="toutes"
        label="Toutes les … semaines"
        hint="1 : chaque semaine. 2 : une semaine sur deux."
        need="unsaid"
        type="number"
        min="1"
        max="52"
        width="short"
        value={oneValue(values, 'toutes')}
        error={errors['toutes']}
      />
    </>
  );
}

const RANKS = [
  { value: '1', label: '1er' },
  { value: '2', label: '2e' },
  { value: '3', label: '3e' },
  { value: '4', label: '4e' },
  { value: '-1', label: 'Dernier' },
];

/** « le 1er et le 3e mardi du mois » */
export function MonthlyFields({ values, errors }: FormState) {
  return (
    <>
      <Checkboxes
        name="rangs"
        legend="Le combientième du mois"
        need="unsaid"
        layout="row"
        options={RANKS}
        values={allValues(values, 'rangs')}
        error={errors['rangs']}
      />
      <SelectField
        name="jour-du-mois"
        label="Quel jour"
        need="unsaid"
        width="medium"
        emptyLabel="Choisissez…"
        options={WEEKDAYS}
        value={oneValue(values, 'jour-du-mois')}
        error={errors['jour-du-mois']}
      />
      <TextField
        name="tous-les-mois"
        label="Tous les … mois"
        hint="1 : chaque mois."
        need="unsaid"
        type="number"
        min="1"
        max="12"
        width="short"
        value={oneValue(values, 'tous-les-mois')}
        error={errors['tous-les-mois']}
      />
    </>
  );
}

interface RepetitionProps extends FormState {
  /** Words of a recurrence that the fields cannot say, when there is one. */
  readonly unchanged: string | null;
  /** Without the choice of a single time. */
  readonly choice?: 'coming-back';
}

/** Whether it comes back, and how; the parts below answer to the choice made, without script. */
export function RepetitionFields({ values, errors, unchanged, choice }: RepetitionProps) {
  const state = { values, errors };
  return (
    <>
      <Radios
        name="repetition"
        legend="Cela revient"
        value={oneValue(values, 'repetition')}
        error={errors['repetition']}
        options={[
          ...(choice ? [] : [{ value: 'une-fois', label: 'Une seule fois, ce jour-là' }]),
          { value: 'semaines', label: 'Chaque semaine, ou toutes les n semaines' },
          {
            value: 'mois',
            label: 'Chaque mois, le même jour de la semaine',
            hint: 'Par exemple le 1er et le 3e mardi du mois.',
          },
          ...(unchanged ? [{ value: 'inchangee', label: `Comme maintenant : ${unchanged}` }] : []),
        ]}
      />
      <div class="only-weekly">
        <Fieldset id="champ-semaines-groupe" legend="Si cela revient par semaines">
          <div class="stack">
            <WeeklyFields {...state} />
          </div>
        </Fieldset>
      </div>
      <div class="only-monthly">
        <Fieldset id="champ-mois-groupe" legend="Si cela revient par mois">
          <div class="stack">
            <MonthlyFields {...state} />
          </div>
        </Fieldset>
      </div>
      <div class="only-coming-back">
        <TextField
          name="jusquau"
          label="Jusqu’au"
          hint="Dernier jour compris. Vide : sans fin."
          need="optional"
          type="date"
          width="medium"
          value={oneValue(values, 'jusquau')}
          error={errors['jusquau']}
        />
      </div>
    </>
  );
}

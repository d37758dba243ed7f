import { oneValue } from '#platform/http/forms.ts';
import { dateOfEpochDay } from '#platform/kernel/time.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/button.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { formatDay } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import type { Occurrence } from '../../../rules/opening-life.ts';
import type { OpeningView } from '../../../use-cases/read-openings.ts';
import type { Opened } from '../calendar-of.tsx';
import { Faults, HoursFields } from '../form-parts.tsx';
import type { FormState } from '../form-parts.tsx';
import { hoursText } from '../series-words.ts';
import { summaryOf } from './words.ts';

interface OccurrencePageProps extends Opened, FormState {
  readonly view: OpeningView;
  readonly occurrence: Occurrence;
}

/** Another day or other hours for one occurrence only. */
export function OccurrencePage({
  calendar,
  paths,
  view,
  occurrence,
  values,
  errors,
}: OccurrencePageProps) {
  const { opening } = view;
  const day = dateOfEpochDay(occurrence.day);
  return (
    <>
      <Faults errors={errors} />
      <PageTitle
        eyebrow={summaryOf(opening, calendar)}
        title={`La fois du ${formatDay(day, { today: calendar.today })}`}
        lead={`Aujourd’hui prévue ${hoursText(occurrence.blocks)}. Seule cette fois change ; les entretiens déjà pris ne bougent pas.`}
      />
      <Form action={paths.occurrence(opening.id, day.toString())} hidden={{ geste: 'changer' }}>
        <TextField
          name="nouveau-jour"
          label="Jour"
          hint="Gardez-le pour ne changer que les heures."
          type="date"
          width="medium"
          min={calendar.today.toString()}
          value={oneValue(values, 'nouveau-jour')}
          error={errors['nouveau-jour']}
        />
        <HoursFields values={values} errors={errors} />
        <ButtonRow>
          <Button icon="check">Changer cette fois</Button>
          <ButtonLink href={paths.opening(opening.id)} kind="quiet">
            Ne rien changer
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}

interface EndPageProps extends Opened, FormState {
  readonly view: OpeningView;
}

/** Asks once until when; what is past stays. */
export function EndOpeningPage({ calendar, paths, view, values, errors }: EndPageProps) {
  const { opening } = view;
  return (
    <>
      <Faults errors={errors} />
      <PageTitle
        eyebrow={summaryOf(opening, calendar)}
        title="Terminer cette plage ?"
        lead="Plus rien n’y sera proposé après le dernier jour. Les entretiens déjà pris sont gardés."
      />
      <Form action={paths.endOpening(opening.id)}>
        <TextField
          name="dernier-jour"
          label="Dernier jour compris"
          hint="Hier, pour arrêter dès aujourd’hui."
          type="date"
          width="medium"
          min={calendar.today.subtract({ days: 1 }).toString()}
          value={oneValue(values, 'dernier-jour')}
          error={errors['dernier-jour']}
        />
        <ButtonRow>
          <Button kind="danger" icon="close">
            Terminer la plage
          </Button>
          <ButtonLink href={paths.opening(opening.id)} kind="quiet">
            La garder
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}

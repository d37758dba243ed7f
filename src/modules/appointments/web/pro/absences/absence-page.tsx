import { Alert } from '#ui/alert.tsx';
import { Button, ButtonLink, ButtonRow } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { SelectField, TextArea } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { capitalise, formatCount } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import type { AbsenceView } from '../../../use-cases/read-absences.ts';
import type { CalendarInterview } from '../../../use-cases/read-interviews.ts';
import type { Opened } from '../calendar-of.tsx';
import { whoseEyebrow } from '../calendar-of.tsx';
import { interviewPaths } from '../interview-paths.ts';
import { structureReasons } from '../interviews/words.ts';
import { interviewName } from '../stray-interviews.tsx';
import { absenceText } from './words.ts';

export interface AbsencePageProps extends Opened {
  readonly view: AbsenceView;
  readonly touched: readonly CalendarInterview[];
  readonly said: string | null;
  readonly refusal: string | null;
}

/** One absence, and the interviews on which it falls: each is moved, cancelled with a message, or kept. */
export function AbsencePage({ calendar, paths, view, touched, said, refusal }: AbsencePageProps) {
  const { absence, life } = view;
  const mayChange = calendar.access === 'change' && life === 'current';
  return (
    <>
      {refusal && <Alert kind="danger" live="alert" title={refusal} />}
      {said && <Alert kind="success" live="status" title={said} />}
      <PageTitle
        eyebrow={whoseEyebrow(calendar) ?? 'Absence'}
        title={absenceText(absence, calendar.today)}
        lead={absence.reason ?? undefined}
        actions={
          mayChange ? (
            <ButtonLink href={paths.editAbsence(absence.id)} kind="secondary" icon="edit">
              Modifier
            </ButtonLink>
          ) : undefined
        }
      />
      <Touched {...{ calendar, paths, view, touched }} />
      {mayChange && (
        <Form action={paths.endAbsence(absence.id)} layout="line">
          <Button kind="quiet" icon="close">
            Terminer cette absence
          </Button>
        </Form>
      )}
      <p>
        <a href={paths.absences()}>Toutes les absences</a>
      </p>
    </>
  );
}

type TouchedProps = Omit<AbsencePageProps, 'said' | 'refusal'>;

function Touched({ calendar, paths, view, touched }: TouchedProps) {
  if (touched.length === 0) {
    return <Alert kind="info" title="Aucun entretien ne tombe pendant cette absence" />;
  }
  const count = formatCount(touched.length, { one: 'entretien tombe', many: 'entretiens tombent' });
  const mayChange = calendar.access === 'change';
  return (
    <section class="stack stack--loose" aria-labelledby="a-regler">
      <h2 id="a-regler">{count} pendant cette absence</h2>
      <p>
        Rien n’est annulé tout seul. Pour chacun : déplacez-le, annulez-le avec un mot, ou
        gardez-le.
      </p>
      <ul class="plain-list stack">
        {touched.map((one) => (
          <Card key={one.appointment.id} as="li" level={3} title={capitalise(interviewName(one))}>
            {mayChange && <Choices interview={one} paths={paths} absenceId={view.absence.id} />}
          </Card>
        ))}
      </ul>
      {mayChange && touched.length > 1 && (
        <Card title="Tout annuler avec le même message" tone="quiet" level={3}>
          <CancelForm
            action={paths.cancelAll(view.absence.id)}
            suffix="tout"
            label={`Annuler les ${touched.length} entretiens`}
          />
        </Card>
      )}
    </section>
  );
}

interface ChoicesProps extends Pick<Opened, 'paths'> {
  readonly interview: CalendarInterview;
  readonly absenceId: string;
}

function Choices({ interview, paths, absenceId }: ChoicesProps) {
  const { appointment, firstName } = interview;
  return (
    <div class="stack">
      <ButtonRow>
        <ButtonLink
          href={interviewPaths.move(appointment.id)}
          kind="secondary"
          icon="move"
          size="small"
          about={`l’entretien avec ${firstName}`}
        >
          Déplacer
        </ButtonLink>
        <ButtonLink
          href={interviewPaths.transfer(appointment.id)}
          kind="secondary"
          icon="people"
          size="small"
          about={`l’entretien avec ${firstName}`}
        >
          Confier à un collègue
        </ButtonLink>
        <ButtonLink
          href={interviewPaths.interview(appointment.id)}
          kind="quiet"
          size="small"
          about={`l’entretien avec ${firstName}`}
        >
          Le garder, voir la fiche
        </ButtonLink>
      </ButtonRow>
      <details class="disclosure">
        <summary>
          <span>Annuler avec un message</span>
        </summary>
        <div class="disclosure__inside">
          <CancelForm
            action={paths.cancelOne(absenceId, appointment.id)}
            suffix={appointment.id}
            label={`Annuler l’entretien avec ${firstName}`}
          />
        </div>
      </details>
    </div>
  );
}

interface CancelFormProps {
  readonly action: string;
  /** Makes the ids of its fields its own. */
  readonly suffix: string;
  readonly label: string;
}

/** A reason that the coordination reads (SM-24), a message that the young person reads. */
function CancelForm({ action, suffix, label }: CancelFormProps) {
  return (
    <Form action={action}>
      <SelectField
        name="raison"
        id={`raison-${suffix}`}
        label="Raison"
        hint="La coordination la lit."
        options={structureReasons}
        value="adviser-away"
      />
      <TextArea
        name="mot"
        id={`mot-${suffix}`}
        label="Message"
        hint="Il part avec l’annonce, et un lien pour reprendre rendez-vous."
        need="optional"
        rows={3}
        maxLength={500}
      />
      <ButtonRow>
        <Button kind="danger" icon="close" size="small">
          {label}
        </Button>
      </ButtonRow>
    </Form>
  );
}

import { Alert, Badge } from '#ui/alert.tsx';
import { Button, ButtonLink, ButtonRow } from '#ui/button.tsx';
import { Card, SummaryList } from '#ui/card.tsx';
import type { Fact } from '#ui/card.tsx';
import { Form } from '#ui/form.tsx';
import { capitalise, formatDuration } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import { dateOfEpochDay } from '#platform/kernel/time.ts';
import type { Occurrence } from '../../../rules/opening-life.ts';
import type { CalendarInterview } from '../../../use-cases/read-interviews.ts';
import type { OpeningView } from '../../../use-cases/read-openings.ts';
import type { Opened } from '../calendar-of.tsx';
import { whoseEyebrow } from '../calendar-of.tsx';
import { boundsText, daysText, hoursText } from '../series-words.ts';
import { StrayInterviews } from '../stray-interviews.tsx';
import { Warnings } from './list-page.tsx';
import { dayTitle, meetingLines, modesText, placeName, structureName, summaryOf } from './words.ts';

export interface OpeningPageProps extends Opened {
  readonly view: OpeningView;
  readonly all: readonly OpeningView[];
  readonly stray: readonly CalendarInterview[];
  readonly said: string | null;
}

/** One opening: what it says, its next occurrences, what may be done of each. */
export function OpeningPage({ calendar, paths, view, all, stray, said }: OpeningPageProps) {
  const { opening, occurrences, life } = view;
  const mayChange = calendar.access === 'change' && life === 'current';
  return (
    <>
      {said && <Alert kind="success" live="status" title={said} />}
      <PageTitle
        eyebrow={whoseEyebrow(calendar) ?? 'Plage d’ouverture'}
        title={summaryOf(opening, calendar)}
        actions={
          mayChange ? (
            <>
              <ButtonLink href={paths.editOpening(opening.id)} kind="secondary" icon="edit">
                Modifier
              </ButtonLink>
              <ButtonLink href={paths.endOpening(opening.id)} kind="quiet" icon="close">
                Terminer
              </ButtonLink>
            </>
          ) : undefined
        }
      />
      {life === 'over' && <Alert kind="info" title="Cette plage est terminée" />}
      <Warnings view={view} all={all} calendar={calendar} />
      <StrayInterviews stray={stray} />
      <Card>
        <SummaryList facts={factsOf({ view, calendar, paths })} />
      </Card>
      {occurrences.length > 0 && (
        <section class="stack" aria-labelledby="fois">
          <h2 id="fois">Les prochaines fois</h2>
          <ul class="plain-list stack">
            {occurrences.map((occurrence) => (
              <OccurrenceLine
                key={occurrence.day}
                occurrence={occurrence}
                view={view}
                calendar={calendar}
                paths={paths}
              />
            ))}
          </ul>
        </section>
      )}
      <p>
        <a href={paths.openings()}>Toutes les plages</a>
      </p>
    </>
  );
}

function factsOf({ view, calendar }: Opened & { readonly view: OpeningView }): Fact[] {
  const { opening } = view;
  const said = { ...opening, today: calendar.today };
  const bounds = boundsText(said);
  const pause =
    opening.pauseMinutes > 0 ? `, puis ${formatDuration(opening.pauseMinutes)} de pause` : '';
  return [
    {
      label: 'Jours',
      value: capitalise([daysText(said), ...(bounds ? [bounds] : [])].join(', ')),
      icon: 'calendar',
    },
    { label: 'Horaires', value: capitalise(hoursText(opening.blocks)), icon: 'clock' },
    {
      label: 'Entretiens',
      value: `${formatDuration(opening.slotMinutes)} chacun${pause}`,
      icon: 'person',
    },
    { label: 'Façons de se voir', value: <HowText view={view} />, icon: 'video' },
    { label: 'Lieu', value: placeName(opening, calendar) ?? 'À distance seulement', icon: 'place' },
    { label: 'Compte pour', value: structureName(opening, calendar), icon: 'people' },
    {
      label: 'Jours fériés',
      value: opening.opensOnHolidays ? 'Ouverte quand même' : 'Fermée les jours fériés du lieu',
      icon: 'info',
    },
  ];
}

function HowText({ view }: { readonly view: OpeningView }) {
  const { opening } = view;
  return (
    <>
      {capitalise(modesText(opening.modes))}
      {meetingLines(opening).map((line) => (
        <p key={line} class="soft">
          {line}
        </p>
      ))}
    </>
  );
}

interface OccurrenceLineProps extends Opened {
  readonly occurrence: Occurrence;
  readonly view: OpeningView;
}

/** One occurrence with what became of it, and the gestures that touch it alone. */
function OccurrenceLine({ occurrence, view, calendar, paths }: OccurrenceLineProps) {
  const { day, state } = occurrence;
  const title = dayTitle(day, calendar.today);
  const action = paths.occurrence(view.opening.id, dateOfEpochDay(day).toString());
  return (
    <Card as="li" level={3} title={title} tone={state === 'skipped' ? 'quiet' : 'plain'}>
      <p>
        <StateWords occurrence={occurrence} today={calendar.today} />
      </p>
      {calendar.access === 'change' && (
        <div class="cluster">
          {state === 'plain' ? (
            <Form action={action} layout="line" hidden={{ geste: 'sauter' }}>
              <Button kind="quiet" size="small" icon="skip" about={`le ${title.toLowerCase()}`}>
                Sauter
              </Button>
            </Form>
          ) : (
            <Form action={action} layout="line" hidden={{ geste: 'retablir' }}>
              <Button kind="quiet" size="small" icon="check" about={`le ${title.toLowerCase()}`}>
                Rétablir
              </Button>
            </Form>
          )}
          {state !== 'skipped' && (
            <ButtonRow>
              <ButtonLink
                href={action}
                kind="quiet"
                size="small"
                icon="move"
                about={`le ${title.toLowerCase()}`}
              >
                Déplacer, changer les heures
              </ButtonLink>
            </ButtonRow>
          )}
        </div>
      )}
    </Card>
  );
}

function StateWords({
  occurrence,
  today,
}: {
  readonly occurrence: Occurrence;
  readonly today: Temporal.PlainDate;
}) {
  const hours = capitalise(hoursText(occurrence.blocks));
  switch (occurrence.state) {
    case 'plain':
      return <>{hours}</>;
    case 'skipped':
      return (
        <Badge tone="neutral" icon="skip">
          Sautée
        </Badge>
      );
    case 'changed':
      return (
        <>
          <Badge tone="info">Heures changées</Badge> {hours}
        </>
      );
    case 'moved':
      return (
        <>
          <Badge tone="info" icon="move">
            Déplacée
          </Badge>{' '}
          {dayTitle(occurrence.on ?? occurrence.day, today)}, {hours.toLowerCase()}
        </>
      );
  }
}

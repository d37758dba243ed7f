import { Alert, Badge, TagList } from '#ui/alert.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { Card, Disclosure, EmptyState } from '#ui/card.tsx';
import { formatDuration } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import type { CalendarInterview } from '../../../use-cases/read-interviews.ts';
import type { CalendarRead } from '../../../use-cases/read-calendar.ts';
import type { OpeningView } from '../../../use-cases/read-openings.ts';
import type { Opened } from '../calendar-of.tsx';
import { whoseEyebrow } from '../calendar-of.tsx';
import { Gaps } from '../calendar/gaps.tsx';
import { StrayInterviews } from '../stray-interviews.tsx';
import { WeeklyAlert, WeeklyOffer } from '../weekly-offer.tsx';
import type { WeeklyOffers } from '../weekly-offer.tsx';
import { dayTitle, shortNameOf, structureName, summaryOf, warningText } from './words.ts';

export interface OpeningsPageProps extends Opened {
  readonly openings: readonly OpeningView[];
  readonly stray: readonly CalendarInterview[];
  readonly offers: WeeklyOffers;
  readonly gaps: CalendarRead['gaps'];
  /** What has just been done, said first. */
  readonly said: string | null;
}

/** The hours that an adviser opens, each in words, with what to look at. */
export function OpeningsPage(props: OpeningsPageProps) {
  const { calendar, paths, openings, stray, offers, gaps, said } = props;
  const current = openings.filter((one) => one.life === 'current');
  const over = openings.filter((one) => one.life === 'over');
  const create = calendar.access === 'change' && (
    <ButtonLink href={paths.newOpening()} icon="plus">
      Ouvrir une plage
    </ButtonLink>
  );
  return (
    <>
      {said && <Alert kind="success" live="status" title={said} />}
      <PageTitle
        title="Plages d’ouverture"
        eyebrow={whoseEyebrow(calendar)}
        lead="Les heures où le public peut prendre rendez-vous."
        actions={create || undefined}
      />
      <Gaps gaps={gaps} />
      <WeeklyAlert offers={offers} />
      <StrayInterviews stray={stray} />
      {current.length === 0 ? (
        <EmptyState title="Aucune plage ouverte" actions={create || undefined}>
          <p>Tant qu’aucune heure n’est ouverte, personne ne peut prendre rendez-vous.</p>
        </EmptyState>
      ) : (
        <ul class="plain-list stack">
          {current.map((view) => (
            <OpeningCard
              key={view.opening.id}
              view={view}
              all={openings}
              calendar={calendar}
              paths={paths}
            />
          ))}
        </ul>
      )}
      <WeeklyOffer offers={offers} />
      {over.length > 0 && (
        <Disclosure summary={`Plages terminées (${over.length})`}>
          <ul>
            {over.map(({ opening }) => (
              <li key={opening.id}>
                <a href={paths.opening(opening.id)}>{summaryOf(opening, calendar)}</a>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

interface OpeningCardProps extends Opened {
  readonly view: OpeningView;
  readonly all: readonly OpeningView[];
}

function OpeningCard({ view, all, calendar, paths }: OpeningCardProps) {
  const { opening, occurrences } = view;
  const next = occurrences.flatMap((one) => one.on ?? [])[0];
  const changed = occurrences.filter((one) => one.state !== 'plain').length;
  return (
    <Card as="li" level={2} title={summaryOf(opening, calendar)} href={paths.opening(opening.id)}>
      <TagList>
        <Badge tone="neutral" icon="clock">
          Entretiens de {formatDuration(opening.slotMinutes)}
        </Badge>
        {opening.opensOnHolidays && <Badge tone="neutral">Ouverte les jours fériés</Badge>}
        {changed > 0 && (
          <Badge tone="neutral">
            {changed === 1 ? 'Une fois changée' : `${changed} fois changées`}
          </Badge>
        )}
        {calendar.structures.length > 1 && (
          <Badge tone="cool">{structureName(opening, calendar)}</Badge>
        )}
      </TagList>
      {next !== undefined && (
        <p class="soft">Prochaine fois : {dayTitle(next, calendar.today).toLowerCase()}</p>
      )}
      <Warnings view={view} all={all} calendar={calendar} />
    </Card>
  );
}

/** What the adviser should look at; none of it forbids anything. */
export function Warnings({ view, all, calendar }: Omit<OpeningCardProps, 'paths'>) {
  const { warnings, opening } = view;
  if (warnings.length === 0) return null;
  const nameOf = (id: string) => {
    const other = all.find((one) => one.opening.id === id);
    return other ? shortNameOf(other.opening, calendar.today) : 'une autre plage';
  };
  const context = { nameOf, zone: opening.zone, slotMinutes: opening.slotMinutes };
  return (
    <ul class="plain-list stack">
      {warnings.map((warning) => {
        const text = warningText(warning, context);
        return (
          <li key={text}>
            <Badge tone="warning">À voir</Badge> {text}
          </li>
        );
      })}
    </ul>
  );
}

import { Alert, Badge, TagList } from '#ui/alert.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { Card, Disclosure, EmptyState } from '#ui/card.tsx';
import { PageTitle } from '#ui/page.tsx';
import type { AbsenceView } from '../../../use-cases/read-absences.ts';
import type { Opened } from '../calendar-of.tsx';
import { whoseEyebrow } from '../calendar-of.tsx';
import { absenceText, sortLabels, sortOf } from './words.ts';

export interface AbsencesPageProps extends Opened {
  readonly absences: readonly AbsenceView[];
  readonly said: string | null;
}

/** When an adviser is not there: to come first, past ones folded. */
export function AbsencesPage({ calendar, paths, absences, said }: AbsencesPageProps) {
  const current = absences.filter((one) => one.life === 'current');
  const over = absences.filter((one) => one.life === 'over');
  const declare = calendar.access === 'change' && (
    <ButtonLink href={paths.newAbsence()} icon="plus">
      Déclarer une absence
    </ButtonLink>
  );
  return (
    <>
      {said && <Alert kind="success" live="status" title={said} />}
      <PageTitle
        title="Absences"
        eyebrow={whoseEyebrow(calendar)}
        lead="Pendant une absence, aucun créneau n’est proposé, dans aucun réseau."
        actions={declare || undefined}
      />
      {current.length === 0 ? (
        <EmptyState title="Aucune absence à venir" actions={declare || undefined} />
      ) : (
        <ul class="plain-list stack">
          {current.map((view) => (
            <AbsenceCard key={view.absence.id} view={view} calendar={calendar} paths={paths} />
          ))}
        </ul>
      )}
      {over.length > 0 && (
        <Disclosure summary={`Absences passées (${over.length})`}>
          <ul>
            {over.map(({ absence }) => (
              <li key={absence.id}>{absenceText(absence, calendar.today)}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

function AbsenceCard({ view, calendar, paths }: Opened & { readonly view: AbsenceView }) {
  const { absence, declared } = view;
  const title = absenceText(absence, calendar.today);
  if (declared === 'elsewhere') {
    return (
      <Card as="li" title={title} tone="quiet">
        <p class="soft">Déclarée dans un autre réseau : elle se change là-bas.</p>
      </Card>
    );
  }
  return (
    <Card as="li" title={title} href={paths.absence(absence.id)}>
      <TagList>
        <Badge tone={absence.kind === 'long' ? 'info' : 'neutral'}>
          {sortLabels[sortOf(absence)]}
        </Badge>
      </TagList>
      {absence.reason && <p class="soft">{absence.reason}</p>}
    </Card>
  );
}

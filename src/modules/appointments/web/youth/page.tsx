import { Alert } from '#ui/alert.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card, EmptyState } from '#ui/card.tsx';
import { Form } from '#ui/form.tsx';
import { capitalise } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import type { AppointmentView } from '../../use-cases/open-private-page.ts';
import type { OwnAppointments } from '../../use-cases/read-own-space.ts';
import { bookingPaths } from '../paths.ts';
import { modeLabels, whenOf } from '../words.ts';

export interface OwnSpacePageProps {
  readonly own: readonly OwnAppointments[];
  /** How many files were just found; null when nothing was asked. */
  readonly found: number | null;
}

const STATES: Readonly<Record<AppointmentView['appointment']['status'], string>> = {
  on_hold: 'En cours',
  booked: 'Confirmé',
  held: 'Passé',
  absent: 'Manqué',
  cancelled: 'Annulé',
};

/** `/mon-espace`: one's interviews, whatever the network. */
export function OwnSpacePage({ own, found }: OwnSpacePageProps) {
  return (
    <>
      <PageTitle title="Mon espace" />
      {found !== null && (
        <Alert kind={found > 0 ? 'success' : 'info'} live="status">
          <p>{found > 0 ? 'Tes rendez-vous sont là.' : 'Rien de nouveau avec ton adresse.'}</p>
        </Alert>
      )}
      {own.length === 0 && (
        <EmptyState title="Aucun rendez-vous ici pour l’instant">
          <p>
            Ceux que tu as pris sans compte peuvent te rejoindre : le bouton les cherche avec ton
            adresse.
          </p>
        </EmptyState>
      )}
      {own.map(({ network, views }) => (
        <section key={network.id} aria-labelledby={`reseau-${network.slug}`}>
          <h2 id={`reseau-${network.slug}`}>{network.name}</h2>
          <ul class="card-grid">
            {views.map((view) => (
              <AppointmentCard key={view.appointment.id} view={view} />
            ))}
          </ul>
          <p>
            <ButtonLink href={bookingPaths.search(network.slug)} kind="secondary">
              Prendre un autre rendez-vous
            </ButtonLink>
          </p>
        </section>
      ))}
      <Form action="/mon-espace/retrouver">
        <Button kind={own.length === 0 ? 'primary' : 'quiet'} icon="search">
          Chercher les rendez-vous pris avec mon adresse
        </Button>
      </Form>
      <p>
        <a href="/mon-compte/sessions">Mon compte et mes connexions</a>
      </p>
    </>
  );
}

function AppointmentCard({ view }: { readonly view: AppointmentView }) {
  const { appointment } = view;
  return (
    <Card
      as="li"
      level={3}
      tone={appointment.status === 'booked' ? 'cool' : 'plain'}
      title={capitalise(whenOf(appointment.period.start, appointment.zone))}
      eyebrow={STATES[appointment.status]}
    >
      <p>
        Avec {view.adviserName}, {view.place?.name ?? modeLabels[appointment.mode].toLowerCase()}
      </p>
      <Form action={`/mon-espace/rendez-vous/${appointment.id}`}>
        <Button
          kind="secondary"
          about={`le rendez-vous du ${whenOf(appointment.period.start, appointment.zone)}`}
        >
          Voir
        </Button>
      </Form>
    </Card>
  );
}

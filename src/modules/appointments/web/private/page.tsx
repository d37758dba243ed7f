import { Alert } from '#ui/alert.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card, SummaryList } from '#ui/card.tsx';
import type { Fact } from '#ui/card.tsx';
import { Form } from '#ui/form.tsx';
import { capitalise, formatDay, formatPhone, formatTimeRange } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import { Steps } from '#ui/paging.tsx';
import { decideCancellation } from '../../rules/cancellation.ts';
import { maySayLate } from '../../rules/lateness.ts';
import { decideMoving } from '../../rules/moving.ts';
import type { AppointmentView } from '../../use-cases/open-private-page.ts';
import { OwnTime } from '../own-time.tsx';
import { bookingPaths, privatePaths } from '../paths.ts';
import { STEPS } from '../search/page.tsx';
import { addressed, modeIcons, modeLabels, zonedAt } from '../words.ts';
import { LATE_MINUTES } from './texts.ts';

export type Done = 'confirme' | 'deplace' | 'annule' | 'retard' | null;

export interface PrivatePageProps {
  readonly view: AppointmentView;
  readonly token: string;
  readonly now: Temporal.Instant;
  /** What has just been done, said first. */
  readonly done: Done;
}

/** The interview, for whoever holds its link: last of the three screens, and the page that every message leads to. */
export function PrivatePage(props: PrivatePageProps) {
  const { view, done } = props;
  const { appointment } = view;
  return (
    <>
      {done === 'confirme' && <Steps steps={STEPS} current={3} />}
      <PageTitle title={titleOf(props)} eyebrow={view.network.name} />
      <Said {...props} />
      <Card tone={appointment.status === 'booked' ? 'cool' : 'plain'}>
        <SummaryList facts={factsOf(view)} />
        <OwnTime
          at={appointment.period.start}
          zone={appointment.zone}
          wording={view.network.wording}
        />
      </Card>
      <Acts {...props} />
      <Privately {...props} />
    </>
  );
}

/** The heading, and the title of the tab. */
export function titleOf({ view, done }: Pick<PrivatePageProps, 'view' | 'done'>): string {
  const { status } = view.appointment;
  if (status === 'cancelled') return 'Rendez-vous annulé';
  if (status === 'held') return 'Rendez-vous passé';
  if (status === 'absent') return 'On ne s’est pas vus';
  return done === 'deplace' ? 'Rendez-vous déplacé' : 'Rendez-vous confirmé';
}

function Said({ view, done }: PrivatePageProps) {
  const by = addressed(view.network.wording);
  const { appointment } = view;
  if (appointment.status === 'cancelled') {
    return (
      <Alert kind="info" live="status">
        <p>
          {appointment.cancelledBy === 'youth'
            ? 'C’est noté, le créneau est rendu. Rien d’autre à faire.'
            : `${view.organisation.name} a dû annuler. Nous en sommes désolés.`}
        </p>
        {appointment.cancelledBy === 'structure' && appointment.cancellationNote && (
          <p>{appointment.cancellationNote}</p>
        )}
      </Alert>
    );
  }
  if (done === 'confirme' || done === 'deplace') {
    return (
      <Alert kind="success" live="status">
        <p>
          {by(
            'Nous t’envoyons un message avec le lien de cette page.',
            'Nous vous envoyons un message avec le lien de cette page.',
          )}{' '}
          {by(
            'Garde-le : il permet de déplacer ou d’annuler.',
            'Gardez-le : il permet de déplacer ou d’annuler.',
          )}
        </p>
      </Alert>
    );
  }
  if (done === 'retard' && appointment.lateMinutes) {
    return (
      <Alert kind="success" live="status">
        <p>
          C’est dit à {view.adviserName} : environ {appointment.lateMinutes} minutes de retard.
        </p>
      </Alert>
    );
  }
  return null;
}

function factsOf(view: AppointmentView): readonly Fact[] {
  const { appointment, organisation } = view;
  const start = zonedAt(appointment.period.start, appointment.zone);
  const end = zonedAt(appointment.period.end, appointment.zone);
  const elsewhere = appointment.zone === 'Europe/Paris' ? '' : ' (heure du lieu)';
  return [
    {
      label: 'Quand',
      icon: 'calendar',
      value: (
        <time dateTime={start.toString({ timeZoneName: 'never' })}>
          {capitalise(formatDay(start))}, {formatTimeRange(start, end)}
          {elsewhere}
        </time>
      ),
    },
    { label: 'Avec', icon: 'person', value: `${view.adviserName}, ${organisation.name}` },
    { label: 'Comment', icon: modeIcons[appointment.mode], value: modeLabels[appointment.mode] },
    ...meetingFacts(view),
  ];
}

function meetingFacts({ appointment, place, adviserName, network }: AppointmentView): Fact[] {
  const by = addressed(network.wording);
  const facts: Fact[] = [];
  if (place) {
    facts.push({ label: 'Où', icon: 'place', value: `${place.name}, ${place.address}` });
    if (place.accessNotes) facts.push({ label: 'Pour venir', value: place.accessNotes });
    if (place.phone)
      facts.push({
        label: 'Téléphone du lieu',
        value: <a href={`tel:${place.phone}`}>{formatPhone(place.phone)}</a>,
      });
    facts.push({
      label: 'Confidentiel',
      icon: 'lock',
      value: by('Tu seras dans un bureau fermé.', 'Vous serez dans un bureau fermé.'),
    });
  }
  if (appointment.videoUrl) {
    facts.push({
      label: 'Lien de la visio',
      value: (
        <a href={appointment.videoUrl} rel="noreferrer">
          {appointment.videoUrl}
        </a>
      ),
    });
  }
  if (appointment.mode === 'video' && appointment.fallbackPhone) {
    facts.push({
      label: 'Si la visio ne marche pas',
      icon: 'phone',
      value: (
        <a href={`tel:${appointment.fallbackPhone}`}>{formatPhone(appointment.fallbackPhone)}</a>
      ),
    });
  }
  if (appointment.mode === 'phone') {
    const calls =
      appointment.phoneDirection === 'youth-calls' && appointment.phoneNumber
        ? `${by('Tu appelles', 'Vous appelez')} le ${formatPhone(appointment.phoneNumber)}`
        : `${adviserName} ${by('t’appelle sur ton numéro', 'vous appelle sur votre numéro')}`;
    facts.push({ label: 'Qui appelle', icon: 'phone', value: calls });
  }
  return facts;
}

/** The buttons are drawn by the rules that accept the acts (design §9). */
function Acts({ view, token, now }: PrivatePageProps) {
  const { status, period } = view.appointment;
  const facts = { status, ...period };
  const at = now.epochMilliseconds;
  const mayMove = decideMoving({ appointment: facts, now: at }).ok;
  const mayCancel = decideCancellation({
    appointment: facts,
    by: 'youth',
    reason: null,
    now: at,
  }).ok;
  return (
    <>
      {status === 'booked' && at < period.end && (
        <p class="button-row no-print">
          <ButtonLink
            href={privatePaths.calendar(token)}
            icon="calendar"
            download="rendez-vous.ics"
          >
            Ajouter à mon agenda
          </ButtonLink>
          {mayMove && (
            <ButtonLink href={privatePaths.move(token)} kind="secondary" icon="move">
              Déplacer
            </ButtonLink>
          )}
          {mayCancel && (
            <ButtonLink href={privatePaths.cancel(token)} kind="quiet" icon="close">
              Annuler
            </ButtonLink>
          )}
        </p>
      )}
      {maySayLate(facts, at) && <Late token={token} />}
      {status !== 'booked' && (
        <p>
          <ButtonLink href={bookingPaths.search(view.network.slug)}>
            Prendre un autre rendez-vous
          </ButtonLink>
        </p>
      )}
    </>
  );
}

function Late({ token }: { readonly token: string }) {
  return (
    <Card tone="warm" title="Je suis en retard" level={2} icon="clock">
      <p>Un bouton suffit, la personne qui attend est prévenue tout de suite.</p>
      <Form action={privatePaths.late(token)} layout="line">
        {LATE_MINUTES.map((minutes) => (
          <Button key={minutes} name="minutes" value={String(minutes)} kind="secondary">
            {minutes} minutes
          </Button>
        ))}
      </Form>
    </Card>
  );
}

function Privately({ view }: PrivatePageProps) {
  const by = addressed(view.network.wording);
  return (
    <p class="no-print">
      <small>
        {by(
          'Cette page est personnelle : qui a son adresse peut déplacer ou annuler le rendez-vous.',
          'Cette page est personnelle : qui a son adresse peut déplacer ou annuler le rendez-vous.',
        )}
      </small>
    </p>
  );
}

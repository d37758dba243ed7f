import { Alert } from '#ui/alert.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Avatar, Card, CardGrid, Disclosure } from '#ui/card.tsx';
import { Form } from '#ui/form.tsx';
import { formatCount, formatDateTime } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import type { ProfessionalRole } from '#platform/kernel/actor.ts';
import { demoPaths } from './paths.ts';
import type { DemonstrationPerson, DemonstrationRole } from './people.ts';

export interface Story {
  readonly who: string;
  readonly story: string;
}

interface DemoPageProps {
  readonly people: readonly DemonstrationPerson[];
  readonly stories: readonly Story[];
  readonly now: Temporal.Instant;
  /** Days since the loading, when they are too many for its dates to make sense. */
  readonly staleDays: number | null;
}

/** `/demo`: become a young person, or anyone of those who receive them. */
export function DemoPage({ people, stories, now, staleDays }: DemoPageProps) {
  const told = stories.flatMap((story) => {
    const person = people.find((one) => one.name === story.who);
    return person ? [{ person, story: story.story }] : [];
  });
  return (
    <>
      <PageTitle
        title="Qui veux-tu être ?"
        lead="Lieux réels, personnes inventées. Un clic ouvre l’espace de quelqu’un, sans mot de passe : cela n’existe que dans cette démonstration."
      />
      {staleDays !== null && <StaleAlert days={staleDays} />}
      <ClockLine now={now} />
      <YouthCards />
      <h2>Du côté des professionnels</h2>
      <p>Chaque personne vit une situation que la plateforme doit savoir montrer.</p>
      <CardGrid as="ul">
        {told.map(({ person, story }) => (
          <PersonCard key={person.personId} person={person} story={story} />
        ))}
      </CardGrid>
      <h2>Toutes les autres</h2>
      {GROUPS.map((group) => (
        <Group key={group.role} role={group.role} noun={group.noun} people={people} />
      ))}
    </>
  );
}

const GROUPS = [
  {
    role: 'adviser',
    noun: { one: 'conseiller ou conseillère', many: 'conseillers et conseillères' },
  },
  { role: 'manager', noun: { one: 'responsable de structure', many: 'responsables de structure' } },
  {
    role: 'coordinator',
    noun: { one: 'personne qui coordonne', many: 'personnes qui coordonnent' },
  },
] as const;

export function StaleAlert({ days }: { readonly days: number }) {
  return (
    <Alert kind="warning" title={`La démonstration a ${days} jours`}>
      <p>
        Ses dates ont vieilli. Arrêter Cairn, puis lancer <code>npm run demo:reset</code>, la refait
        à partir d’aujourd’hui.
      </p>
    </Alert>
  );
}

function ClockLine({ now }: { readonly now: Temporal.Instant }) {
  return (
    <p class="cluster">
      <span>Ici, il est {formatDateTime(now.toZonedDateTimeISO('Europe/Paris'))}.</span>
      <ButtonLink href={demoPaths.messages()} kind="secondary" size="small" icon="mail">
        Lire les messages partis
      </ButtonLink>
      <ButtonLink href={demoPaths.clock} kind="secondary" size="small" icon="clock">
        Avancer l’horloge
      </ButtonLink>
    </p>
  );
}

function YouthCards() {
  return (
    <section class="stack" aria-labelledby="jeunes">
      <h2 id="jeunes">Du côté des jeunes</h2>
      <CardGrid>
        <Card
          tone="warm"
          level={3}
          icon="person"
          title="Une jeune de Saint-Étienne-de-Fursac"
          actions={
            <ButtonLink href="/so-mobilite/rendez-vous?communeCode=23192" iconAfter="arrow-right">
              Chercher comme elle
            </ButtonLink>
          }
        >
          <p>
            17 ans, en Creuse, sans voiture, le train est loin. Elle voudrait partir un été en
            Irlande. Sans compte.
          </p>
        </Card>
        <Card
          level={3}
          icon="place"
          title="Un étudiant de Bayonne"
          actions={
            <ButtonLink
              href="/so-mobilite/rendez-vous?communeCode=64102"
              kind="secondary"
              iconAfter="arrow-right"
            >
              Chercher comme lui
            </ButtonLink>
          }
        >
          <p>21 ans, il préfère venir sur place et parler basque.</p>
        </Card>
        <Card
          level={3}
          icon="globe"
          title="Quelqu’un de Toulouse"
          actions={
            <ButtonLink
              href="/so-mobilite/rendez-vous?communeCode=31555"
              kind="secondary"
              iconAfter="arrow-right"
            >
              Chercher comme lui
            </ButtonLink>
          }
        >
          <p>Hors de la région : la page dit où aller, sans impasse.</p>
        </Card>
      </CardGrid>
    </section>
  );
}

function PersonCard({
  person,
  story,
}: {
  readonly person: DemonstrationPerson;
  readonly story: string;
}) {
  return (
    <Card
      as="li"
      level={3}
      title={
        <span class="cluster">
          <Avatar name={person.name} /> {person.name}
        </span>
      }
      actions={person.roles.map((role) => (
        <Become key={role.membershipId} person={person} role={role}>
          {role.word}
        </Become>
      ))}
    >
      <p class="soft">{[...new Set(person.roles.map((role) => role.where))].join(' · ')}</p>
      <p>{story}</p>
    </Card>
  );
}

interface GroupProps {
  readonly role: ProfessionalRole;
  readonly noun: { readonly one: string; readonly many: string };
  readonly people: readonly DemonstrationPerson[];
}

function Group({ role, noun, people }: GroupProps) {
  const members = people.flatMap((person) =>
    person.roles.filter((one) => one.role === role).map((one) => ({ person, role: one })),
  );
  return (
    <Disclosure summary={formatCount(members.length, noun)}>
      <ul class="plain-list stack">
        {members.map((member) => (
          <li key={member.role.membershipId} class="cluster">
            <Avatar name={member.person.name} />
            <span>
              <strong>{member.person.name}</strong>
              <br />
              {member.role.where}
            </span>
            <Become person={member.person} role={member.role}>
              Ouvrir son espace
            </Become>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

interface BecomeProps {
  readonly person: DemonstrationPerson;
  readonly role: DemonstrationRole;
  readonly children: string;
}

function Become({ person, role, children }: BecomeProps) {
  return (
    <Form
      action="/demo/connexion"
      hidden={{ person: person.personId, membership: role.membershipId }}
    >
      <Button kind="secondary" size="small" about={`(${person.name})`}>
        {children}
      </Button>
    </Form>
  );
}

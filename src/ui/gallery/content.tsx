import { Badge, Tag, TagList } from '../alert.tsx';
import { ButtonLink } from '../button.tsx';
import { Avatar, Card, CardGrid, SummaryList } from '../card.tsx';
import { Drawing, type DrawingName } from '../drawing.tsx';
import { Icon, iconNames } from '../icon.tsx';
import { DateTime } from '../time.tsx';

const PEOPLE = ['Nadia Ferrand', 'Yann Le Goff', 'Inès', 'Sacha', 'Camille Roux', 'Théo Pourrat'];
const SCENES: readonly DrawingName[] = ['path', 'lens', 'arrived', 'notebook'];

export function CardSection() {
  return (
    <section class="stack" aria-labelledby="cartes">
      <h2 id="cartes">Cartes</h2>
      <CardGrid>
        <Card
          as="article"
          title="Mission locale de Guéret"
          level={3}
          tone="cool"
          icon="place"
          href="#cartes"
          eyebrow="À 12 km de La Souterraine"
        >
          <p>Prochain créneau lundi 3 mai à 9 h.</p>
          <TagList>
            <Tag icon="person">Sur place</Tag>
            <Tag icon="video">Visio</Tag>
          </TagList>
        </Card>
        <Card
          title="Prends ton premier rendez-vous"
          level={3}
          tone="warm"
          icon="calendar"
          actions={
            <ButtonLink href="#creneaux" iconAfter="arrow-right">
              Choisir un moment
            </ButtonLink>
          }
        >
          <p>Une heure avec quelqu’un qui connaît les départs. C’est gratuit.</p>
        </Card>
        <Card title="Carte simple" level={3}>
          <p>Du texte, rien de plus.</p>
          <Badge tone="success">Ouvert</Badge>
        </Card>
        <Card title="En retrait" level={3} tone="quiet">
          <p>Une remarque à côté du chemin.</p>
        </Card>
      </CardGrid>
      <Card title="Ton rendez-vous" level={3}>
        <SummaryList
          facts={[
            {
              label: 'Quand',
              icon: 'clock',
              value: (
                <DateTime value={Temporal.ZonedDateTime.from('2027-05-03T09:00[Europe/Paris]')} />
              ),
              action: { href: '#quand', label: 'Déplacer', about: 'le rendez-vous' },
            },
            { label: 'Où', icon: 'place', value: 'Mission locale, 1 avenue Pasteur, Guéret' },
            { label: 'Avec', icon: 'person', value: 'Nadia' },
          ]}
        />
      </Card>
    </section>
  );
}

export function AvatarSection() {
  return (
    <section class="stack" aria-labelledby="personnes">
      <h2 id="personnes">Personnes</h2>
      <div class="cluster">
        {PEOPLE.map((name) => (
          <span key={name} class="cluster">
            <Avatar name={name} />
            {name}
          </span>
        ))}
        <Avatar name="Nadia Ferrand" size="large" />
      </div>
    </section>
  );
}

export function DrawingSection() {
  return (
    <section class="stack" aria-labelledby="dessins">
      <h2 id="dessins">Dessins</h2>
      <div class="cluster">
        {SCENES.map((name) => (
          <Drawing key={name} name={name} />
        ))}
      </div>
    </section>
  );
}

export function IconSection() {
  return (
    <section class="stack" aria-labelledby="icones">
      <h2 id="icones">Icônes</h2>
      <ul class="tag-list">
        {iconNames.map((name) => (
          <li key={name} class="tag">
            <Icon name={name} size="large" />
            {name}
          </li>
        ))}
      </ul>
    </section>
  );
}

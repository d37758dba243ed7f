import { Alert } from '../alert.tsx';
import { Button, ButtonLink } from '../button.tsx';
import { Disclosure, EmptyState } from '../card.tsx';
import { ListNav, Pagination, Steps, Tabs } from '../paging.tsx';
import { Breadcrumb } from '../site.tsx';

export function MessageSection() {
  return (
    <section class="stack" aria-labelledby="messages">
      <h2 id="messages">Messages</h2>
      <Alert kind="success" title="Rendez-vous confirmé" level={3} live="status">
        <p>On t’attend lundi 3 mai à 9 h, à Guéret.</p>
      </Alert>
      <Alert kind="info" title="Bon à savoir" level={3}>
        <p>
          Tu peux venir avec un proche. <a href="#messages">Voir comment ça se passe</a>
        </p>
      </Alert>
      <Alert kind="warning" title="Ce créneau part vite" level={3}>
        <p>Il te reste 10 minutes pour confirmer.</p>
      </Alert>
      <Alert kind="danger">
        <p>Ce créneau vient d’être pris. Voici les plus proches.</p>
      </Alert>
      <Disclosure summary="Pourquoi demande-t-on ta date de naissance ?">
        <p>Pour savoir quelles aides te concernent.</p>
      </Disclosure>
      <Disclosure summary="Déjà ouvert" open>
        <p>Ce qui est écrit dessous.</p>
      </Disclosure>
      <EmptyState
        drawing="lens"
        level={3}
        title="Aucun créneau près de chez toi cette semaine"
        actions={
          <>
            <Button type="button">Voir à distance</Button>
            <ButtonLink href="#messages" kind="secondary">
              Semaine suivante
            </ButtonLink>
          </>
        }
      >
        <p>Un conseiller peut te recevoir en visio, sans bouger de chez toi.</p>
      </EmptyState>
    </section>
  );
}

export function MovingSection() {
  return (
    <section class="stack stack--loose" aria-labelledby="reperes">
      <h2 id="reperes">Repères</h2>
      <Breadcrumb
        items={[
          { href: '/', label: 'Accueil' },
          { href: '#reperes', label: 'Rendez-vous' },
        ]}
        current="Guéret"
      />
      <Steps steps={['Choisir', 'Dire qui tu es', 'C’est confirmé']} current={2} />
      <Tabs
        label="Calendrier"
        tabs={[
          { href: '#jour', label: 'Jour' },
          { href: '#semaine', label: 'Semaine', current: true, count: 4 },
          { href: '#mois', label: 'Mois', icon: 'calendar' },
        ]}
      />
      <Pagination
        page={4}
        pages={12}
        total={1284}
        noun={{ one: 'structure', many: 'structures' }}
        hrefOf={(page) => `?page=${page}`}
      />
      <Pagination
        page={1}
        pages={1}
        total={1}
        noun={{ one: 'structure', many: 'structures' }}
        hrefOf={(page) => `?page=${page}`}
      />
      <ListNav
        label="Autres jours"
        earlier={{ href: '#avant', label: 'Plus tôt' }}
        later={{ href: '#apres', label: 'Plus tard' }}
      />
    </section>
  );
}

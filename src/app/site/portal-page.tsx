import { Button, ButtonLink } from '#ui/button.tsx';
import { Card, CardGrid, EmptyState } from '#ui/card.tsx';
import { fieldId } from '#ui/field.tsx';
import { ErrorSummary, Form } from '#ui/form.tsx';
import { formatCount } from '#ui/format.ts';
import { Hero, Landscape } from '#ui/landscape.tsx';
import type { Network } from '#modules/network/index.ts';
import type { Commune, CommuneMatch } from '#modules/territories/index.ts';
import { CommuneField, communeFieldNames, communeFieldValue } from '#modules/territories/ui.tsx';

export interface PortalProps {
  readonly networks: readonly Network[];
  readonly value?: { readonly code: string; readonly text: string };
  readonly error?: string;
  readonly choices?: readonly CommuneMatch[];
  /** The commune found and the networks at home there. */
  readonly answer?: { readonly commune: Commune; readonly networks: readonly Network[] };
}

/** `/`: your commune → who can help, what to do next. */
export function Portal(props: PortalProps) {
  const { networks, answer, error } = props;
  const others = networks.filter((network) => !answer?.networks.includes(network));
  return (
    <>
      {error && (
        <ErrorSummary
          title="Il manque une réponse"
          errors={[{ fieldId: fieldId(communeFieldNames().text), message: error }]}
        />
      )}
      <Hero
        title="Un coup de main pour la suite"
        lead="Dis d’où tu pars : on te montre qui peut t’aider, près de chez toi ou à distance. C’est gratuit."
        picture={<Landscape />}
      >
        <PortalForm {...props} />
      </Hero>
      {answer ? <Answer {...answer} /> : <HowItGoes />}
      {others.length > 0 && (
        <section class="stack" aria-labelledby="reseaux">
          <h2 id="reseaux">{answer ? 'Les autres réseaux' : 'Les réseaux'}</h2>
          <CardGrid as="ul">
            {others.map((network) => (
              <Card
                key={network.id}
                as="li"
                level={3}
                tone="cool"
                icon="people"
                title={network.name}
                href={`/${network.slug}`}
              >
                <p>Service porté par {network.controllerName}.</p>
              </Card>
            ))}
          </CardGrid>
        </section>
      )}
    </>
  );
}

function PortalForm({ value, error, choices, answer }: PortalProps) {
  const shown = answer ? communeFieldValue(answer.commune) : value;
  return (
    <Form method="get" action="/" role="search" label="Qui peut m’aider ?">
      <CommuneField
        label="Ta commune"
        {...(error ? { error } : {})}
        {...(shown ? { value: shown } : {})}
        {...(choices ? { choices, choiceHref: portalPath } : {})}
      />
      <Button size="large" icon="search">
        Qui peut m’aider ?
      </Button>
    </Form>
  );
}

function portalPath(communeCode: string): string {
  return `/?${new URLSearchParams({ [communeFieldNames().code]: communeCode }).toString()}`;
}

function Answer({ commune, networks }: NonNullable<PortalProps['answer']>) {
  if (networks.length === 0) {
    return (
      <EmptyState title={`À ${commune.name}, aucun réseau n’est encore ouvert ici`} drawing="lens">
        <p>
          Tu n’es pas sans réponse : le réseau Info Jeunes et les missions locales existent dans
          toute la France, et c’est gratuit. Cherche « Info Jeunes » ou « mission locale » avec le
          nom de ta ville.
        </p>
      </EmptyState>
    );
  }
  return (
    <section class="stack" aria-labelledby="reponse">
      <h2 id="reponse">À {commune.name}</h2>
      <p role="status">
        {formatCount(networks.length, {
          one: 'réseau peut t’aider',
          many: 'réseaux peuvent t’aider',
        })}
        .
      </p>
      <ul class="plain-list stack">
        {networks.map((network) => (
          <NetworkAnswer key={network.id} network={network} commune={commune} />
        ))}
      </ul>
    </section>
  );
}

function NetworkAnswer({
  network,
  commune,
}: {
  readonly network: Network;
  readonly commune: Commune;
}) {
  return (
    <Card
      as="li"
      level={3}
      tone="warm"
      icon="calendar"
      title={network.name}
      actions={
        <>
          <ButtonLink
            href={`/${network.slug}/rendez-vous?communeCode=${commune.code}`}
            iconAfter="arrow-right"
            about={`avec ${network.name}`}
          >
            Voir les rendez-vous
          </ButtonLink>
          <ButtonLink
            href={`/${network.slug}/contact?communeCode=${commune.code}`}
            kind="quiet"
            about={`à ${network.name}`}
          >
            Écrire ou appeler
          </ButtonLink>
        </>
      }
    >
      <p>{promiseOf(network)}</p>
    </Card>
  );
}

/** What a network is for, in a sentence, by its kind. */
function promiseOf({ preset }: Network): string {
  switch (preset) {
    case 'mobility-advice':
    case 'mobility-platform':
      return 'Partir à l’étranger : une heure avec quelqu’un qui connaît les façons de partir.';
    case 'local-compass':
      return 'Quelques questions, et des professionnels près de chez toi te rappellent.';
    case 'online-presence':
      return 'Des professionnels de la jeunesse à qui écrire, en ligne.';
  }
}

function HowItGoes() {
  return (
    <section class="stack" aria-labelledby="comment">
      <h2 id="comment">Comment ça se passe</h2>
      <CardGrid as="ul">
        <Card as="li" level={3} icon="place" title="Tu dis ta commune">
          <p>Rien d’autre : on cherche qui reçoit près de chez toi.</p>
        </Card>
        <Card as="li" level={3} icon="calendar" title="Tu choisis un moment">
          <p>Sur place, en visio ou par téléphone. Sans compte, un prénom suffit.</p>
        </Card>
        <Card as="li" level={3} icon="person" title="Quelqu’un t’écoute">
          <p>Une personne formée, une heure, rien que pour toi.</p>
        </Card>
      </CardGrid>
    </section>
  );
}

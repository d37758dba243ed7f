import { Alert } from '#ui/alert.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card, EmptyState } from '#ui/card.tsx';
import { ErrorSummary, Form } from '#ui/form.tsx';
import { fieldId } from '#ui/field.tsx';
import { formatCount, formatDistance, formatList } from '#ui/format.ts';
import { Icon } from '#ui/icon.tsx';
import { PageTitle } from '#ui/page.tsx';
import { Steps } from '#ui/paging.tsx';
import type { Network } from '#modules/network/index.ts';
import { CommuneField, communeFieldNames, communeFieldValue } from '#modules/territories/ui.tsx';
import type { Commune, CommuneMatch } from '#modules/territories/index.ts';
import type { PlaceFound, PlacesFound } from '../../use-cases/find-places.ts';
import { bookingPaths } from '../paths.ts';
import { addressed, languagesOf, modeIcons, modeLabels, whenOf } from '../words.ts';

export const STEPS = ['Choisir', 'Dire qui je suis', 'C’est confirmé'];

export interface SearchPageProps {
  readonly network: Network;
  readonly value?: { readonly code: string; readonly text: string };
  readonly error?: string;
  readonly choices?: readonly CommuneMatch[];
  readonly commune?: Commune;
  readonly found?: PlacesFound;
}

/** First of the three screens: from a commune to the nearest places and their next interviews. */
export function SearchPage(props: SearchPageProps) {
  const { network, found, commune } = props;
  const by = addressed(network.wording);
  return (
    <>
      <Steps steps={STEPS} current={1} />
      {props.error && (
        <ErrorSummary
          title="Il manque une réponse"
          errors={[{ fieldId: fieldId(communeFieldNames().text), message: props.error }]}
        />
      )}
      <PageTitle
        title="Prendre rendez-vous"
        lead={by(
          'Un entretien d’une heure avec quelqu’un qui connaît les façons de partir à l’étranger. C’est gratuit, sans engagement, et ouvert partout dans la région.',
          'Un entretien d’une heure avec quelqu’un qui connaît les façons de partir à l’étranger. C’est gratuit, sans engagement, et ouvert partout dans la région.',
        )}
      />
      <CommuneForm {...props} />
      {found && commune && <Results network={network} found={found} commune={commune} />}
    </>
  );
}

function CommuneForm({ network, value, error, choices, commune }: SearchPageProps) {
  const by = addressed(network.wording);
  const shown = commune ? communeFieldValue(commune) : value;
  return (
    <Form
      method="get"
      action={bookingPaths.search(network.slug)}
      role="search"
      label="Chercher un lieu"
    >
      <CommuneField
        label={by('Ta commune', 'Votre commune')}
        {...(error ? { error } : {})}
        {...(shown ? { value: shown } : {})}
        {...(choices
          ? { choices, choiceHref: (code: string) => bookingPaths.search(network.slug, code) }
          : {})}
        {...(network.territory.kind === 'region' ? { preferRegion: network.territory.code } : {})}
      />
      <Button icon="search">Voir les créneaux près de {by('chez moi', 'chez moi')}</Button>
    </Form>
  );
}

interface ResultsProps {
  readonly network: Network;
  readonly found: PlacesFound;
  readonly commune: Commune;
}

function Results({ network, found, commune }: ResultsProps) {
  const count = formatCount(found.places.length, { one: 'lieu', many: 'lieux' });
  return (
    <section aria-labelledby="resultats">
      <h2 id="resultats">Près de {commune.name}</h2>
      <p role="status">
        {found.places.length === 0
          ? 'Aucun lieu proche : voici les entretiens à distance.'
          : `${count}, du plus proche au plus loin. À distance aussi.`}
      </p>
      <Remote network={network} found={found} commune={commune} />
      <ul class="card-grid">
        {found.places.map((item) => (
          <PlaceCard key={item.place.id} network={network} found={item} commune={commune} />
        ))}
      </ul>
    </section>
  );
}

function Remote({ network, found, commune }: ResultsProps) {
  const offered = found.remote.filter((remote) => remote.next !== null);
  if (offered.length === 0) {
    return found.places.some((item) => item.starts.length > 0) ? null : (
      <NothingFound network={network} />
    );
  }
  return (
    <Card title="À distance, depuis chez toi" level={3} tone="warm" icon="video">
      <ul class="plain-list">
        {offered.map((remote) => (
          <li key={remote.mode}>
            <ButtonLink
              href={bookingPaths.slots(network.slug, {
                mode: remote.mode,
                placeId: null,
                commune: commune.code,
              })}
              icon={modeIcons[remote.mode]}
              kind="secondary"
              wide
            >
              {modeLabels[remote.mode]}, dès le{' '}
              {whenOf(remote.next ?? 0, network.settings.timeZone)}
            </ButtonLink>
          </li>
        ))}
      </ul>
      <p class="soft">
        {offered.every((remote) => remote.among === 'near')
          ? 'C’est le premier créneau des conseillers les plus proches. La page suivante en montre d’autres, dans toute la région.'
          : 'Avec un conseiller d’un autre lieu de la région.'}
      </p>
    </Card>
  );
}

function PlaceCard({
  network,
  found,
  commune,
}: {
  readonly network: Network;
  readonly found: PlaceFound;
  readonly commune: Commune;
}) {
  const { place, starts } = found;
  const [next] = starts;
  const href = bookingPaths.slots(network.slug, {
    mode: 'in-person',
    placeId: place.id,
    commune: commune.code,
  });
  return (
    <Card
      as="li"
      level={3}
      tone="cool"
      title={place.name}
      {...(found.distanceKm === null ? {} : { eyebrow: `à ${formatDistance(found.distanceKm)}` })}
      actions={
        next ? (
          <ButtonLink href={href} icon="calendar" about={`à ${place.name}`}>
            Voir les créneaux
          </ButtonLink>
        ) : undefined
      }
    >
      <p>{place.address}</p>
      <p>
        <Icon name="person" /> {advisersOf(found)}
      </p>
      {next ? (
        <p>
          Prochain créneau : <strong>{whenOf(next.start, place.timeZone)}</strong>
        </p>
      ) : (
        <p>Pas de créneau sur place en ce moment. Les entretiens à distance restent ouverts.</p>
      )}
    </Card>
  );
}

function advisersOf({ advisers }: PlaceFound): string {
  return formatList(
    advisers.map(({ displayName, languages }) => {
      const spoken = languagesOf(languages);
      return spoken ? `${displayName} (${spoken})` : displayName;
    }),
  );
}

function NothingFound({ network }: { readonly network: Network }) {
  return (
    <EmptyState
      title="Aucun créneau pour le moment"
      actions={<ButtonLink href={`/${network.slug}/contact`}>Voir les contacts</ButtonLink>}
    >
      <p>
        Toutes les places sont prises pour les semaines qui viennent. Un message ou un appel suffit
        pour qu’on te trouve un moment.
      </p>
    </EmptyState>
  );
}

/** Outside the region: no dead end, a place to go instead (SM-21). */
export function OutsidePage({
  network,
  commune,
}: {
  readonly network: Network;
  readonly commune: Commune;
}) {
  const by = addressed(network.wording);
  return (
    <>
      <PageTitle title={`${commune.name}, c’est une autre région`} />
      <Alert
        kind="info"
        title={by('On ne te laisse pas sans réponse', 'Nous ne vous laissons pas sans réponse')}
      >
        <p>
          {network.name} reçoit les personnes qui habitent dans sa région. {commune.name} est en{' '}
          {commune.region.name}.
        </p>
        <p>
          {by(
            'Près de chez toi, le réseau Info Jeunes répond aux mêmes questions, gratuitement : cherche « Info Jeunes » et le nom de ta ville, ou demande à ta mission locale.',
            'Près de chez vous, le réseau Info Jeunes répond aux mêmes questions, gratuitement : cherchez « Info Jeunes » et le nom de votre ville, ou demandez à votre mission locale.',
          )}
        </p>
      </Alert>
      <p>
        {by('Tu habites en fait dans la région ?', 'Vous habitez en fait dans la région ?')}{' '}
        <a href={bookingPaths.search(network.slug)}>Choisir une autre commune</a>
      </p>
    </>
  );
}

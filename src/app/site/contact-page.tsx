import { Button, ButtonLink } from '#ui/button.tsx';
import { Avatar, Card, CardGrid, Disclosure } from '#ui/card.tsx';
import { fieldId } from '#ui/field.tsx';
import { ErrorSummary, Form } from '#ui/form.tsx';
import { formatDistance, formatPhone } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import type { Network } from '#modules/network/index.ts';
import type { Commune, CommuneMatch } from '#modules/territories/index.ts';
import { CommuneField, communeFieldNames, communeFieldValue } from '#modules/territories/ui.tsx';
import { addressed } from './addressed.ts';
import type { Contacts, PlaceContact, SiteContact } from './contacts.ts';

export interface ContactPageProps {
  readonly network: Network;
  readonly contacts: Contacts;
  readonly commune?: Commune;
  readonly value?: { readonly code: string; readonly text: string };
  readonly error?: string;
  readonly choices?: readonly CommuneMatch[];
}

const PLACES_NEAR = 3;

/** SM-14: one general address, one named person per site with a phone, and who is near. */
export function ContactPage(props: ContactPageProps) {
  const { network, contacts, commune, error } = props;
  const by = addressed(network.wording);
  return (
    <>
      {error && (
        <ErrorSummary
          title="Il manque une réponse"
          errors={[{ fieldId: fieldId(communeFieldNames().text), message: error }]}
        />
      )}
      <PageTitle
        title="Écrire ou appeler"
        lead={by(
          'Une question, un doute, un rendez-vous à trouver : une vraie personne te répond.',
          'Une question, un doute, un rendez-vous à trouver : une vraie personne vous répond.',
        )}
      />
      <GeneralCard network={network} />
      <CommuneForm {...props} />
      {commune && <Near commune={commune} places={contacts.places.slice(0, PLACES_NEAR)} />}
      {contacts.sites.length > 0 && (
        <section class="stack" aria-labelledby="sites">
          <h2 id="sites">Une personne par site</h2>
          <CardGrid as="ul">
            {contacts.sites.map((site) => (
              <SiteCard key={site.site} site={site} />
            ))}
          </CardGrid>
        </section>
      )}
      <AllPlaces places={contacts.places} />
    </>
  );
}

function GeneralCard({ network }: { readonly network: Network }) {
  const { contactEmail, contactPhone } = network;
  return (
    <Card
      title={network.name}
      tone="warm"
      icon="mail"
      actions={
        <>
          {contactEmail && (
            <ButtonLink href={`mailto:${contactEmail}`} icon="mail">
              Écrire un e-mail
            </ButtonLink>
          )}
          {contactPhone && (
            <ButtonLink href={`tel:${contactPhone}`} kind="secondary" icon="phone">
              {formatPhone(contactPhone)}
            </ButtonLink>
          )}
        </>
      }
    >
      <p>
        L’adresse générale, pour tout le territoire. Service porté par {network.controllerName}.
      </p>
      {contactEmail && <p class="message-text">{contactEmail}</p>}
    </Card>
  );
}

function CommuneForm({ network, commune, value, error, choices }: ContactPageProps) {
  const by = addressed(network.wording);
  const shown = commune ? communeFieldValue(commune) : value;
  const path = `/${network.slug}/contact`;
  return (
    <Form method="get" action={path} role="search" label="Chercher près de chez soi">
      <CommuneField
        label={by(
          'Ta commune, pour savoir qui est près de chez toi',
          'Votre commune, pour savoir qui est près de chez vous',
        )}
        need="unsaid"
        {...(error ? { error } : {})}
        {...(shown ? { value: shown } : {})}
        {...(choices
          ? {
              choices,
              choiceHref: (code: string) =>
                `${path}?${new URLSearchParams({ [communeFieldNames().code]: code }).toString()}`,
            }
          : {})}
        {...(network.territory.kind === 'region' ? { preferRegion: network.territory.code } : {})}
      />
      <Button kind="secondary" icon="search">
        Qui est près de chez moi ?
      </Button>
    </Form>
  );
}

function Near({
  commune,
  places,
}: {
  readonly commune: Commune;
  readonly places: readonly PlaceContact[];
}) {
  return (
    <section class="stack" aria-labelledby="pres">
      <h2 id="pres">Près de {commune.name}</h2>
      <CardGrid as="ul">
        {places.map(({ place, distanceKm }) => (
          <Card
            key={place.id}
            as="li"
            level={3}
            tone="cool"
            icon="place"
            title={place.name}
            {...(distanceKm === null ? {} : { eyebrow: `à ${formatDistance(distanceKm)}` })}
            actions={place.phone ? <PhoneLink phone={place.phone} about={place.name} /> : undefined}
          >
            <p>{place.address}</p>
          </Card>
        ))}
      </CardGrid>
    </section>
  );
}

function SiteCard({ site }: { readonly site: SiteContact }) {
  return (
    <Card
      as="li"
      level={3}
      eyebrow={
        site.distanceKm === null
          ? site.communeName
          : `${site.communeName ?? ''}, à ${formatDistance(site.distanceKm)}`
      }
      title={site.site}
      actions={site.phone ? <PhoneLink phone={site.phone} about={site.site} /> : undefined}
    >
      <p class="cluster">
        <Avatar name={site.name} /> <strong>{site.name}</strong>
      </p>
    </Card>
  );
}

function PhoneLink({ phone, about }: { readonly phone: string; readonly about: string }) {
  return (
    <ButtonLink href={`tel:${phone}`} kind="secondary" icon="phone" about={`(${about})`}>
      {formatPhone(phone)}
    </ButtonLink>
  );
}

function AllPlaces({ places }: { readonly places: readonly PlaceContact[] }) {
  const groups = [...Map.groupBy(places, (place) => place.departement)].toSorted(([a], [b]) =>
    a.localeCompare(b, 'fr'),
  );
  return (
    <section class="stack" aria-labelledby="lieux">
      <h2 id="lieux">Tous les lieux d’accueil</h2>
      {groups.map(([departement, members]) => (
        <Disclosure key={departement} summary={`${departement} (${members.length})`}>
          <ul class="plain-list stack">
            {members.map(({ place }) => (
              <li key={place.id}>
                <strong>{place.name}</strong>
                <br />
                {place.address}
                {place.phone && (
                  <>
                    <br />
                    <a href={`tel:${place.phone}`}>{formatPhone(place.phone)}</a>
                  </>
                )}
              </li>
            ))}
          </ul>
        </Disclosure>
      ))}
    </section>
  );
}

import { ButtonLink } from '#ui/button.tsx';
import { Card, SummaryList } from '#ui/card.tsx';
import { formatCount, formatShortDate } from '#ui/format.ts';
import type { Structure } from '../../use-cases/read-structures.ts';
import { networkPaths } from '../paths.ts';
import { attestationText } from '../texts.ts';
import { calendarLabel, zoneLabel } from '../zones.ts';
import type { StructurePageProps } from './props.ts';

const ROOMS = { one: 'espace confidentiel', many: 'espaces confidentiels' };

type PlaceShown = Structure['places'][number];

/** Where it receives: rooms, clock and holidays that follow from the commune, attestation. */
export function PlacesCard({ network, structure, paths, rights }: StructurePageProps) {
  const { places, organisation } = structure;
  return (
    <Card
      title="Lieux d’accueil"
      level={2}
      as="section"
      tone="cool"
      actions={
        rights === 'coordination' ? (
          <ButtonLink
            href={networkPaths.newPlace(network.slug, organisation.id)}
            kind="secondary"
            icon="plus"
          >
            Ajouter un lieu
          </ButtonLink>
        ) : undefined
      }
    >
      {places.length === 0 && <p>Aucun lieu : la structure ne peut recevoir qu’à distance.</p>}
      <SummaryList
        facts={places.map((place) => ({
          label: place.name,
          value: <PlaceWords place={place} />,
          ...(rights === 'read'
            ? {}
            : {
                action: {
                  href: paths.attestRoom(place.id),
                  label: 'Attester le local',
                  about: `de ${place.name}`,
                },
              }),
        }))}
      />
    </Card>
  );
}

function PlaceWords({ place }: { readonly place: PlaceShown }) {
  return (
    <>
      {place.address}
      <br />
      {formatCount(place.rooms, ROOMS)} · heure de {zoneLabel(place.timeZone)} ·{' '}
      {calendarLabel(place.holidayCalendar)}
      <br />
      {attestationText(place.attestation, formatShortDate)}
    </>
  );
}

import { ButtonLink } from '#ui/button.tsx';
import { Card, CardGrid } from '#ui/card.tsx';
import { Hero, Landscape } from '#ui/landscape.tsx';
import { PageTitle } from '#ui/page.tsx';
import type { NetworkView } from '../ports.ts';

/** `/`: who can help, what to do next. */
export function Portal({ networks }: { readonly networks: readonly NetworkView[] }) {
  return (
    <>
      <Hero
        title="Un coup de main pour la suite"
        lead="Partir à l’étranger, trouver à qui parler : des personnes formées répondent, gratuitement, près de chez toi ou à distance."
        picture={<Landscape />}
      />
      <h2>À qui veux-tu parler ?</h2>
      <CardGrid>
        {networks.map((network) => (
          <Card key={network.slug} title={network.name} href={`/${network.slug}`} level={3} tone="cool">
            <p>Un service de {network.controllerName}.</p>
          </Card>
        ))}
      </CardGrid>
    </>
  );
}

/** `/{réseau}`: one thing to do next. */
export function NetworkHome({ network }: { readonly network: NetworkView }) {
  return (
    <>
      <Hero
        eyebrow={network.name}
        title="Partir à l’étranger, ça se prépare à deux"
        lead="Études, stage, petit boulot, volontariat, vacances : une heure avec quelqu’un qui connaît les façons de partir. Gratuit, sans engagement, jusqu’à 35 ans inclus."
        picture={<Landscape />}
      >
        <ButtonLink href={`/${network.slug}/rendez-vous`} size="large" icon="calendar">
          Prendre rendez-vous
        </ButtonLink>
      </Hero>
      <CardGrid>
        <Card title="Près de chez toi ou à distance" icon="place" tone="cool">
          <p>Sur place, en visio ou par téléphone. Tu peux aller où tu veux dans la région.</p>
        </Card>
        <Card title="Sans compte" icon="lock" tone="plain">
          <p>Un prénom ou un pseudonyme suffit. Tu reçois un lien pour déplacer ou annuler.</p>
        </Card>
        <Card title="Une vraie personne" icon="person" tone="plain">
          <p>Formée pour ça, dans un bureau fermé, rien que pour toi.</p>
        </Card>
      </CardGrid>
    </>
  );
}

/** Said as it is: an audit has not been made (standards.md A1: an untested site says "non conforme"). */
export function AccessibilityPage() {
  return (
    <>
      <PageTitle title="Accessibilité" lead="État : non conforme, faute d’audit indépendant à ce jour." />
      <p>
        Chaque page est vérifiée par des tests automatiques (axe, règles WCAG 2.2 niveau A et AA), au clavier, sans script et à 320
        pixels de large. Ces tests ne remplacent pas un audit selon le RGAA 4.1.2 : tant qu’il n’est pas fait, nous écrivons « non
        conforme ».
      </p>
      <h2>Quelque chose ne marche pas pour toi ?</h2>
      <p>
        Écris ou appelle le service depuis sa page de contact : nous répondons sous une semaine et nous donnons l’information
        autrement en attendant.
      </p>
      <h2>Si nous ne répondons pas</h2>
      <p>Le Défenseur des droits peut être saisi gratuitement, en ligne, par courrier sans timbre ou auprès de ses délégués.</p>
    </>
  );
}

/** Rights in plain words (standards.md A3). */
export function DataPage({ networks }: { readonly networks: readonly NetworkView[] }) {
  return (
    <>
      <PageTitle title="Tes données" lead="Ce que nous gardons, pourquoi, combien de temps, et ce que tu peux demander." />
      <h2>Ce que nous gardons</h2>
      <p>
        Ce que tu écris en prenant rendez-vous : un prénom ou un pseudonyme, un moyen de te joindre, ta date de naissance, ta
        commune, ton idée. Rien d’autre : pas de mesure d’audience, pas de publicité, aucun autre site prévenu de ta visite.
      </p>
      <h2>Qui les lit</h2>
      <p>La personne qui te reçoit, sa structure et la coordination de son réseau.</p>
      <h2>Qui en répond</h2>
      <ul>
        {networks.map((network) => (
          <li key={network.slug}>
            Pour {network.name} : {network.controllerName}. <a href={`/${network.slug}/contact`}>Écrire ou appeler</a>
          </li>
        ))}
      </ul>
      <h2>Ce que tu peux demander</h2>
      <p>
        Voir tes données, les corriger, les faire effacer, en recevoir une copie. La réponse vient sous un mois. En cas de désaccord,
        la CNIL reçoit les plaintes.
      </p>
    </>
  );
}

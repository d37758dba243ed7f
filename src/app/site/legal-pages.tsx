import { SummaryList } from '#ui/card.tsx';
import { formatCount, formatPhone } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import type { Network } from '#modules/network/index.ts';
import { addressed } from './addressed.ts';

/** Said as it is: an audit has not been made (standards.md A1: an untested site says "non conforme"). */
export function AccessibilityPage({ networks }: { readonly networks: readonly Network[] }) {
  return (
    <div class="prose">
      <PageTitle
        title="Accessibilité"
        lead="État : non conforme, faute d’audit indépendant à ce jour."
      />
      <h2>Ce qui est vérifié</h2>
      <p>
        Chaque page l’est par des tests automatiques (axe, règles WCAG 2.2 niveaux A et AA), au
        clavier seul, sans script et sur un écran de 320 pixels de large, en clair et en sombre. Ces
        tests ne remplacent pas un audit selon le RGAA 4.1.2 : tant qu’il n’est pas fait, nous
        écrivons « non conforme » et nous ne donnons pas de taux.
      </p>
      <h2>Technologies</h2>
      <p>HTML, CSS, SVG. JavaScript améliore certains champs ; tout fonctionne sans lui.</p>
      <h2>Quelque chose ne marche pas pour toi ?</h2>
      <p>
        Dis-le au réseau concerné : la réponse vient sous une semaine, et l’information t’est donnée
        autrement en attendant.
      </p>
      <NetworkContacts networks={networks} />
      <h2>Si tu n’as pas de réponse</h2>
      <p>
        Le Défenseur des droits peut être saisi gratuitement : par son formulaire en ligne, auprès
        de l’un de ses délégués près de chez toi, ou par courrier sans timbre (Défenseur des droits,
        Libre réponse 71120, 75342 Paris CEDEX 07).
      </p>
    </div>
  );
}

/** Rights in plain words (standards.md A3), with the durations that each network has set. */
export function DataPage({ networks }: { readonly networks: readonly Network[] }) {
  return (
    <div class="prose">
      <PageTitle
        title="Tes données"
        lead="Ce que nous gardons, pourquoi, combien de temps, et ce que tu peux demander."
      />
      <h2>Ce que nous gardons</h2>
      <p>
        Ce que tu écris en prenant rendez-vous : un prénom ou un pseudonyme, un moyen de te joindre,
        ta date de naissance, ta commune, ton idée. Pas de mesure d’audience, pas de publicité,
        aucun autre site prévenu de ta visite.
      </p>
      <h2>Pourquoi</h2>
      <p>
        Pour te recevoir et te prévenir : c’est le service que tu demandes. La date de naissance dit
        seulement si l’âge convient, et si l’accord d’un parent est nécessaire (avant 15 ans).
      </p>
      <h2>Qui les lit</h2>
      <p>
        La personne qui te reçoit, sa structure et la coordination de son réseau. Personne d’autre.
        Un rappel par e-mail ou par SMS ne dit jamais de quoi vous parlez.
      </p>
      <h2>Combien de temps</h2>
      <ul>
        {networks.map((network) => (
          <li key={network.id}>
            {network.name} :{' '}
            {formatCount(network.settings.retention.youthFileMonths, { one: 'mois', many: 'mois' })}{' '}
            après le dernier contact. Ensuite, ton nom et tes coordonnées sont effacés ; il ne reste
            que des chiffres.
          </li>
        ))}
      </ul>
      <h2>Les cookies</h2>
      <p>
        Un seul est nécessaire : celui qui garde ta place pendant que tu remplis le formulaire, ou
        ta connexion si tu en ouvres une. Il n’y en a pas d’autre, c’est pourquoi on ne te demande
        rien.
      </p>
      <h2>Ce que tu peux demander</h2>
      <p>
        Voir tes données, les corriger, les faire effacer, en recevoir une copie, t’opposer. La
        réponse vient sous un mois, et tu peux le demander seul, même mineur. En cas de désaccord,
        la CNIL reçoit les plaintes (cnil.fr).
      </p>
      <h2>À qui le demander</h2>
      <ul>
        {networks.map((network) => (
          <li key={network.id}>
            {network.name} : {network.controllerName} en répond.{' '}
            <a href={`/${network.slug}/contact`}>Écrire ou appeler {network.name}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** `/{réseau}/mentions-legales`: who publishes, who answers. What the installation has not been told is not invented. */
export function LegalNoticePage({ network }: { readonly network: Network }) {
  const by = addressed(network.wording);
  return (
    <div class="prose">
      <PageTitle title="Mentions légales" />
      <h2>Qui publie ce site</h2>
      <SummaryList
        facts={[
          { label: 'Service', value: network.name },
          { label: 'Éditeur', value: network.controllerName },
          { label: 'Adresse', icon: 'mail', value: network.contactEmail ?? 'non renseignée' },
          {
            label: 'Téléphone',
            icon: 'phone',
            value: network.contactPhone ? formatPhone(network.contactPhone) : 'non renseigné',
          },
          { label: 'Publication', value: 'Le représentant légal de l’éditeur' },
        ]}
      />
      <h2>Le logiciel</h2>
      <p>
        Cairn est un logiciel libre, sous licence AGPL-3.0. Les communes, les départements et les
        jours fériés viennent de données publiques (INSEE, DGCL, La Poste), sous Licence Ouverte
        2.0.
      </p>
      <h2>{by('Tes droits', 'Vos droits')}</h2>
      <ul>
        <li>
          <a href="/donnees-personnelles">
            {by('Tes données personnelles', 'Vos données personnelles')}
          </a>
        </li>
        <li>
          <a href="/accessibilite">Accessibilité : non conforme</a>
        </li>
        <li>
          <a href={`/${network.slug}/contact`}>Écrire ou appeler</a>
        </li>
      </ul>
    </div>
  );
}

function NetworkContacts({ networks }: { readonly networks: readonly Network[] }) {
  return (
    <ul>
      {networks.map((network) => (
        <li key={network.id}>
          <a href={`/${network.slug}/contact`}>Écrire à {network.name}, ou appeler</a>
        </li>
      ))}
    </ul>
  );
}

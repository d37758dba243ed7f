import type { FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import type { NetworkView } from './ports.ts';
import type { PageDescription } from '#platform/http/types.ts';
import type { Actor } from '#platform/kernel/actor.ts';
import { Page } from '#ui/page.tsx';
import { EmergencyPanel, SideNav, SiteHead } from '#ui/site.tsx';
import type { NavItem } from '#ui/site.tsx';
import { ButtonLink } from '#ui/button.tsx';
import type { Assets } from './assets.ts';
import { ROLE_LABELS } from './membership-directory.ts';

/** Numbers that answer at any hour, on every page a young person sees (product.md, Addresses). */
const emergencyLines = [
  { number: '119', href: 'tel:119', label: 'Enfance en danger', detail: 'gratuit, jour et nuit' },
  {
    number: '3018',
    href: 'tel:3018',
    label: 'Harcèlement, problèmes en ligne',
    detail: 'de 9 h à 23 h',
  },
  { number: '3114', href: 'tel:3114', label: 'Idées suicidaires', detail: 'gratuit, jour et nuit' },
  { number: '17', href: 'tel:17', label: 'Police, gendarmerie' },
  { number: '112', href: 'tel:112', label: 'Urgences, partout en Europe' },
  { number: '114', href: 'sms:114', label: 'Urgences par SMS', detail: 'si tu ne peux pas parler' },
];

export interface LayoutInput {
  readonly request: FastifyRequest;
  readonly description: PageDescription;
  readonly network: NetworkView | null;
  readonly assets: Assets;
  readonly demonstration: boolean;
}

/** The frame of every page: who runs this site, where one is, whom to call in need. */
export function layout({
  request,
  description,
  network,
  assets,
  demonstration,
}: LayoutInput): VNode {
  const name = network?.name ?? 'Cairn';
  const prefix = description.hasErrors ? 'Erreur : ' : '';
  const { actor } = request.ctx;
  const isPro = description.surface === 'pro';
  return (
    <Page
      title={`${prefix}${description.title} · ${name}`}
      surface={description.surface}
      stylesheets={stylesheetsOf(description, network, assets)}
      scripts={(description.islands ?? []).map((island) => assets.island(island))}
      {...(isPro || /^\/(rdv|suivi)\//.test(request.url) ? { robots: 'none' as const } : {})}
      favicon="/assets/cairn.svg"
      width={isPro ? 'wide' : 'normal'}
      header={
        <SiteHead
          home={homeOf(description, network, actor)}
          nav={isPro ? [] : publicNav(network, description.current)}
          navLabel="Navigation principale"
          actions={<HeadActions isPro={isPro} actor={actor} />}
        />
      }
      banner={demonstration ? <DemonstrationStrip /> : undefined}
      aside={
        isPro && actor.kind === 'professional' ? (
          <SideNav
            label="Mon espace"
            title={`J’agis comme : ${ROLE_LABELS[actor.role]}`}
            items={proNav(network, actor, description.current)}
          />
        ) : undefined
      }
      footer={<Footer network={network} isPro={isPro} />}
    >
      {description.content}
    </Page>
  );
}

function stylesheetsOf(
  description: PageDescription,
  network: NetworkView | null,
  assets: Assets,
): readonly string[] {
  const own = network ? [`/assets/networks/${network.slug}.css`] : [];
  return [assets.stylesheet(description.surface), ...own];
}

function homeOf(description: PageDescription, network: NetworkView | null, actor: Actor) {
  if (description.surface === 'pro' && actor.kind === 'professional') {
    return { href: '/pro', name: network?.name ?? 'Cairn', tagline: 'Espace professionnel' };
  }
  return network
    ? { href: `/${network.slug}`, name: network.name }
    : { href: '/', name: 'Cairn', tagline: 'Des pierres sur ton chemin' };
}

function publicNav(network: NetworkView | null, current: string | undefined): readonly NavItem[] {
  if (!network) return [];
  const items = [
    { key: 'accueil', href: `/${network.slug}`, label: 'Accueil', icon: 'place' as const },
    {
      key: 'rendez-vous',
      href: `/${network.slug}/rendez-vous`,
      label: 'Rendez-vous',
      icon: 'calendar' as const,
    },
    { key: 'contact', href: `/${network.slug}/contact`, label: 'Contact', icon: 'mail' as const },
  ];
  return items.map(({ key, ...item }) =>
    key === current ? { ...item, current: 'page' as const } : item,
  );
}

function proNav(
  network: NetworkView | null,
  actor: Extract<Actor, { kind: 'professional' }>,
  current: string | undefined,
): readonly NavItem[] {
  const day = [
    { key: 'aujourdhui', href: '/pro', label: 'Aujourd’hui', icon: 'clock' as const },
    { key: 'rendez-vous', href: '/pro/rendez-vous', label: 'Rendez-vous', icon: 'person' as const },
    { key: 'calendrier', href: '/pro/calendrier', label: 'Calendrier', icon: 'calendar' as const },
    { key: 'plages', href: '/pro/plages', label: 'Plages d’ouverture', icon: 'list' as const },
    { key: 'absences', href: '/pro/absences', label: 'Absences', icon: 'skip' as const },
  ];
  const coordination = network
    ? [
        {
          key: 'cockpit',
          href: `/coordination/${network.slug}`,
          label: 'Coordination',
          icon: 'chart' as const,
        },
        {
          key: 'structures',
          href: `/coordination/${network.slug}/structures`,
          label: 'Structures',
          icon: 'place' as const,
        },
      ]
    : [];
  const steering = network
    ? [
        {
          key: 'import',
          href: `/coordination/${network.slug}/import`,
          label: 'Import',
          icon: 'plus' as const,
        },
        {
          key: 'reglages',
          href: `/coordination/${network.slug}/reglages`,
          label: 'Réglages',
          icon: 'settings' as const,
        },
      ]
    : [];
  const own = [
    { key: 'ma-structure', href: '/pro/structure', label: 'Ma structure', icon: 'place' as const },
  ];
  const account = [
    { key: 'role', href: '/connexion/role', label: 'Changer de rôle', icon: 'person' as const },
    { key: 'compte', href: '/mon-compte/sessions', label: 'Mon compte', icon: 'settings' as const },
  ];
  const installation = [
    { key: 'installation', href: '/admin', label: 'Installation', icon: 'settings' as const },
  ];
  const items = [
    ...(actor.role === 'administrator' ? installation : day),
    ...(['coordinator', 'referent', 'administrator'].includes(actor.role) ? coordination : []),
    ...(['coordinator', 'administrator'].includes(actor.role) ? steering : []),
    ...(actor.role === 'manager' ? own : []),
    ...account,
  ];
  return items.map(({ key, ...item }) =>
    key === current ? { ...item, current: 'page' as const } : item,
  );
}

function HeadActions({ isPro, actor }: { readonly isPro: boolean; readonly actor: Actor }) {
  const signedIn =
    actor.kind === 'professional' || actor.kind === 'youth' || actor.kind === 'unproven';
  return (
    <>
      {!isPro && (
        <ButtonLink href="#aide" kind="quiet" size="small" icon="phone">
          Besoin d’aide maintenant
        </ButtonLink>
      )}
      {signedIn && (
        <form method="post" action="/deconnexion">
          <button class="button button--quiet button--small" type="submit">
            Me déconnecter
          </button>
        </form>
      )}
    </>
  );
}

function DemonstrationStrip() {
  return (
    <aside class="demo-strip" aria-label="Démonstration">
      <p class="wrap wrap--normal">
        Démonstration, personnes inventées. <a href="/demo">Qui suis-je ?</a> ·{' '}
        <a href="/demo/messages">Messages</a> · <a href="/demo/horloge">Horloge</a>
      </p>
    </aside>
  );
}

function Footer({
  network,
  isPro,
}: {
  readonly network: NetworkView | null;
  readonly isPro: boolean;
}) {
  return (
    <>
      {!isPro && (
        <EmergencyPanel id="aide" title="Besoin d’aide maintenant" lines={emergencyLines} />
      )}
      <ul class="footer-links">
        {network && (
          <li>
            <a href={`/${network.slug}/contact`}>Contact</a>
          </li>
        )}
        <li>
          <a href="/accessibilite">Accessibilité : non conforme</a>
        </li>
        <li>
          <a href="/donnees-personnelles">Tes données</a>
        </li>
        {network && (
          <li>
            <a href={`/${network.slug}/mentions-legales`}>Mentions légales</a>
          </li>
        )}
        <li>
          <a href="/connexion">Espace professionnel</a>
        </li>
      </ul>
      <p>
        {network ? `${network.name}, service porté par ${network.controllerName}. ` : ''}
        Cairn est un logiciel libre (AGPL-3.0).
      </p>
    </>
  );
}

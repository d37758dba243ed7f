import { EmergencyPanel, SideNav, SiteHead, type NavItem } from './site.tsx';
import { Page, PageTitle, type ThemeName } from './page.tsx';
import { ButtonLink } from './button.tsx';
import { AvatarSection, CardSection, DrawingSection, IconSection } from './gallery/content.tsx';
import { Hero } from './landscape.tsx';
import { ButtonSection, ChoiceSection, ErrorSection, FieldSection } from './gallery/forms.tsx';
import { MessageSection, MovingSection } from './gallery/messages.tsx';
import { AgendaSection, ChartSection, SlotSection, TableSection } from './gallery/lists.tsx';

interface UiGalleryProps {
  readonly stylesheets: readonly string[];
  readonly surface?: 'public' | 'pro' | undefined;
  readonly theme?: ThemeName | undefined;
  /** Address of the page itself, for the links that change its theme. */
  readonly self: string;
}

const NAV: readonly NavItem[] = [
  { href: '#boutons', label: 'Boutons', current: 'page' },
  { href: '#champs', label: 'Champs' },
  { href: '#messages', label: 'Messages', count: { value: '4', label: 'nouveaux' } },
  { href: '#cartes', label: 'Cartes' },
  { href: '#creneaux', label: 'Créneaux' },
];

const SIDE: readonly NavItem[] = [
  { href: '#boutons', label: 'Boutons', icon: 'plus', current: 'section' },
  { href: '#champs', label: 'Champs', icon: 'edit' },
  { href: '#choix', label: 'Choix', icon: 'check' },
  { href: '#messages', label: 'Messages', icon: 'bell', count: { value: '4', label: 'nouveaux' } },
  { href: '#reperes', label: 'Repères', icon: 'place' },
  { href: '#cartes', label: 'Cartes', icon: 'list' },
  { href: '#creneaux', label: 'Créneaux', icon: 'clock' },
  { href: '#agenda', label: 'Agenda', icon: 'calendar' },
  { href: '#tableaux', label: 'Tableaux', icon: 'chart' },
];

const LINES = [
  { number: '112', href: 'tel:112', label: 'Urgence, partout en Europe' },
  { number: '114', href: 'sms:114', label: 'Urgence par SMS', detail: 'si tu ne peux pas parler' },
  { number: '3114', href: 'tel:3114', label: 'Idées noires', detail: 'jour et nuit, gratuit' },
] as const;

function GalleryHead() {
  return (
    <SiteHead
      home={{ href: '/', name: 'Cairn', tagline: 'Chacun pose une pierre' }}
      nav={NAV}
      navLabel="Navigation principale"
      actions={
        <ButtonLink href="#aide" kind="secondary" size="small" icon="phone">
          Aide
        </ButtonLink>
      }
    />
  );
}

function GalleryFoot({ self }: { readonly self: string }) {
  return (
    <>
      <EmergencyPanel id="aide" title="Besoin d’aide maintenant ?" lines={LINES} />
      <ul class="footer-links">
        <li>
          <a href="#haut">Haut de page</a>
        </li>
        <li>
          <a href={self}>Accessibilité</a>
        </li>
      </ul>
      <p class="soft">Cairn, logiciel libre.</p>
    </>
  );
}

function ThemeLinks({ self }: { readonly self: string }) {
  return (
    <>
      <ButtonLink href={`${self}?theme=light`} kind="secondary" size="small">
        Clair
      </ButtonLink>
      <ButtonLink href={`${self}?theme=dark`} kind="secondary" size="small">
        Sombre
      </ButtonLink>
      <ButtonLink href={`${self}?theme=contrast`} kind="secondary" size="small">
        Contrasté
      </ButtonLink>
    </>
  );
}

/** Every part in every state, for those who draw pages. Shown in development only. */
export function UiGallery({ stylesheets, surface = 'pro', theme, self }: UiGalleryProps) {
  return (
    <Page
      title="Toutes les pièces · Cairn"
      surface={surface}
      stylesheets={stylesheets}
      theme={theme}
      robots="none"
      header={<GalleryHead />}
      width="wide"
      aside={<SideNav label="Les pièces" title="Les pièces" items={SIDE} />}
      footer={<GalleryFoot self={self} />}
    >
      <PageTitle
        eyebrow="Le carnet du guide"
        title="Toutes les pièces"
        lead="Ce que les pages assemblent : une pierre après l’autre, chacune dans tous ses états."
        actions={<ThemeLinks self={self} />}
      />
      <Hero
        eyebrow="So Mobilité · Nouvelle-Aquitaine"
        title={<span>Partir, ça commence par en parler</span>}
        lead="Une heure avec quelqu’un qui connaît les chemins. Près de chez toi ou à distance, c’est gratuit."
      >
        <ButtonLink href="#creneaux" size="large" iconAfter="arrow-right">
          Trouver un créneau
        </ButtonLink>
      </Hero>
      <ButtonSection />
      <FieldSection />
      <ChoiceSection />
      <ErrorSection />
      <MessageSection />
      <MovingSection />
      <CardSection />
      <SlotSection />
      <AgendaSection />
      <TableSection />
      <ChartSection />
      <AvatarSection />
      <DrawingSection />
      <IconSection />
    </Page>
  );
}

import type { ComponentChildren } from 'preact';
import { Logo } from './drawing.tsx';
import { Icon, type IconName } from './icon.tsx';

export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly icon?: IconName | undefined;
  /** `page`: we are on it. `section`: we are somewhere under it. */
  readonly current?: 'page' | 'section' | undefined;
  /** Shown after the label with its meaning read aloud, e.g. { value: '3', label: 'à traiter' }. */
  readonly count?: { readonly value: string; readonly label: string } | undefined;
}

function currentOf(item: NavItem): 'page' | 'true' | undefined {
  if (item.current === undefined) return undefined;
  return item.current === 'page' ? 'page' : 'true';
}

/** The words of a list of links; the list itself, no landmark. */
export function NavList({ items }: { readonly items: readonly NavItem[] }) {
  return (
    <ul class="nav-list">
      {items.map((item) => (
        <li key={item.href}>
          <a href={item.href} aria-current={currentOf(item)}>
            {item.icon && <Icon name={item.icon} />}
            <span>{item.label}</span>
            {item.count && (
              <span class="count">
                {item.count.value}
                <span class="unseen"> {item.count.label}</span>
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}

export interface SiteHeadProps {
  readonly home: {
    readonly href: string;
    readonly name: string;
    readonly tagline?: string | undefined;
  };
  /** Replaces the cairn: a network's own drawing. */
  readonly logo?: ComponentChildren;
  readonly nav: readonly NavItem[];
  /** Names the navigation landmark: « Navigation principale ». */
  readonly navLabel: string;
  readonly menuLabel?: string | undefined;
  /** Always visible beside the name: the help button, the account. */
  readonly actions?: ComponentChildren;
}

/** Name, navigation (a menu that opens without script on a phone, a row on a wide screen), actions. */
export function SiteHead({
  home,
  logo,
  nav,
  navLabel,
  menuLabel = 'Menu',
  actions,
}: SiteHeadProps) {
  return (
    <div class="site-head wrap wrap--normal">
      <a class="site-head__home" href={home.href}>
        {logo ?? <Logo />}
        <span>
          <strong>{home.name}</strong>
          {home.tagline && <small>{home.tagline}</small>}
        </span>
      </a>
      {actions && <div class="site-head__actions">{actions}</div>}
      {nav.length > 0 && (
        <details class="menu">
          <summary>
            <Icon name="menu" />
            {menuLabel}
          </summary>
          <nav aria-label={navLabel}>
            <NavList items={nav} />
          </nav>
        </details>
      )}
    </div>
  );
}

interface SideNavProps {
  /** Names the landmark. */
  readonly label: string;
  /** Above the column, and on the button that opens it on a phone; the label unless told. */
  readonly title?: string | undefined;
  readonly items: readonly NavItem[];
}

/** Sections of a professional space: a column on a wide screen, a menu above the page on a phone. */
export function SideNav({ label, title = label, items }: SideNavProps) {
  return (
    <nav class="side-nav" aria-label={label}>
      <p class="side-nav__title" aria-hidden="true">
        {title}
      </p>
      <details class="disclosure">
        <summary>
          <span>{title}</span>
          <Icon name="chevron-down" />
        </summary>
        <NavList items={items} />
      </details>
    </nav>
  );
}

export interface BreadcrumbProps {
  readonly items: readonly { readonly href: string; readonly label: string }[];
  /** The page we are on, last, not a link. */
  readonly current: string;
  readonly label?: string | undefined;
}

export function Breadcrumb({ items, current, label = 'Fil d’Ariane' }: BreadcrumbProps) {
  return (
    <nav class="breadcrumb" aria-label={label}>
      <ol>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href}>{item.label}</a>
          </li>
        ))}
        <li aria-current="page">{current}</li>
      </ol>
    </nav>
  );
}

export interface EmergencyLine {
  readonly number: string;
  readonly href: string;
  readonly label: string;
  readonly detail?: string | undefined;
}

interface EmergencyPanelProps {
  readonly id: string;
  readonly title: string;
  readonly intro?: ComponentChildren;
  readonly lines: readonly EmergencyLine[];
  readonly level?: 2 | 3 | undefined;
}

/** Big numbers, one touch to call. Put it in the foot and link the header's button to `#id`. */
export function EmergencyPanel({ id, title, intro, lines, level = 2 }: EmergencyPanelProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section class="emergency" id={id} aria-labelledby={`${id}-title`} tabIndex={-1}>
      <Heading id={`${id}-title`}>
        <Icon name="phone" />
        {title}
      </Heading>
      {intro && <p>{intro}</p>}
      <ul>
        {lines.map((line) => (
          <li key={line.number}>
            <a href={line.href}>
              <strong>{line.number}</strong>
              <span>
                {line.label}
                {line.detail && <small>{line.detail}</small>}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

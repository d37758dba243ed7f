import type { ComponentChildren } from 'preact';
import { Drawing, type DrawingName } from './drawing.tsx';
import { Icon, type IconName } from './icon.tsx';

interface CardProps {
  readonly title?: ComponentChildren;
  readonly level?: 2 | 3 | 4 | undefined;
  /** Makes the title a link that covers the card; other links inside stay reachable. */
  readonly href?: string | undefined;
  readonly eyebrow?: ComponentChildren;
  readonly icon?: IconName | undefined;
  /** `warm`: what to do next. `cool`: a place. `quiet`: an aside on the ground. */
  readonly tone?: 'plain' | 'warm' | 'cool' | 'quiet' | undefined;
  readonly as?: 'div' | 'article' | 'section' | 'li' | undefined;
  readonly id?: string | undefined;
  /** Buttons under the content. */
  readonly actions?: ComponentChildren;
  readonly children?: ComponentChildren;
}

export function Card(props: CardProps) {
  const {
    title,
    level = 2,
    href,
    eyebrow,
    icon,
    tone = 'plain',
    as: Element = 'div',
    id,
    actions,
    children,
  } = props;
  const Heading = `h${level}` as const;
  return (
    <Element class={href ? `card card--${tone} card--link` : `card card--${tone}`} id={id}>
      {icon && (
        <span class="card__icon">
          <Icon name={icon} />
        </span>
      )}
      {eyebrow && <p class="eyebrow">{eyebrow}</p>}
      {title && <Heading class="card__title">{href ? <a href={href}>{title}</a> : title}</Heading>}
      {children}
      {actions && <div class="card__actions button-row">{actions}</div>}
    </Element>
  );
}

/** Cards side by side as the width allows; `list` when the cards are `li`. */
export function CardGrid({
  as: Element = 'div',
  children,
}: {
  readonly as?: 'div' | 'ul' | undefined;
  readonly children: ComponentChildren;
}) {
  return <Element class="card-grid">{children}</Element>;
}

interface EmptyStateProps {
  readonly drawing?: DrawingName | undefined;
  readonly title: ComponentChildren;
  readonly level?: 1 | 2 | 3 | undefined;
  /** What to do next, in a sentence. */
  readonly children?: ComponentChildren;
  readonly actions?: ComponentChildren;
}

/** Nothing here yet, or the end of a path: a drawing, a sentence, the next step. */
export function EmptyState({
  drawing = 'path',
  title,
  level = 2,
  children,
  actions,
}: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div class="empty-state">
      <Drawing name={drawing} />
      <Heading>{title}</Heading>
      {children}
      {actions && <div class="button-row">{actions}</div>}
    </div>
  );
}

export interface Fact {
  readonly label: string;
  readonly value: ComponentChildren;
  readonly icon?: IconName | undefined;
  /** A link to change it; `about` completes its name when read alone. */
  readonly action?:
    | { readonly href: string; readonly label: string; readonly about: string }
    | undefined;
}

/** What was said or agreed, line by line. */
export function SummaryList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl class="summary-list">
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>
            {fact.icon && <Icon name={fact.icon} />}
            {fact.label}
          </dt>
          <dd>{fact.value}</dd>
          {fact.action && (
            <dd class="summary-list__action">
              <a href={fact.action.href}>
                {fact.action.label}
                <span class="unseen"> {fact.action.about}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

interface DisclosureProps {
  readonly summary: ComponentChildren;
  readonly open?: boolean | undefined;
  readonly id?: string | undefined;
  readonly children: ComponentChildren;
}

/** More for whoever wants it; never hides what is needed to go on. */
export function Disclosure({ summary, open, id, children }: DisclosureProps) {
  return (
    <details class="disclosure" id={id} open={open}>
      <summary>
        <span>{summary}</span>
        <Icon name="chevron-down" />
      </summary>
      <div class="disclosure__inside">{children}</div>
    </details>
  );
}

/** Avatar colours are a fixed set, so that a person keeps theirs from page to page. */
export const AVATAR_COLOURS = 6;

/** First letters of the first and last word, in capitals. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/[\s-]+/)
    .filter((word) => word !== '');
  const letters = [words[0], words.length > 1 ? words[words.length - 1] : undefined];
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase('fr');
}

/** 1 … AVATAR_COLOURS, always the same for the same name. */
export function avatarColourOf(name: string): number {
  let sum = 7;
  for (const letter of name.normalize('NFC'))
    sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return (sum % AVATAR_COLOURS) + 1;
}

interface AvatarProps {
  /** Written beside it by the caller: the avatar itself is decoration. */
  readonly name: string;
  readonly size?: 'normal' | 'large' | undefined;
}

export function Avatar({ name, size = 'normal' }: AvatarProps) {
  return (
    <span class={`avatar avatar--${avatarColourOf(name)} avatar--${size}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

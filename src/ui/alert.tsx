import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export type AlertKind = 'info' | 'success' | 'warning' | 'danger';

const ICONS: Record<AlertKind, IconName> = {
  info: 'info',
  success: 'check',
  warning: 'warning',
  danger: 'danger',
};
const WORDS: Record<AlertKind, string> = {
  info: 'Information',
  success: 'Réussite',
  warning: 'Attention',
  danger: 'Problème',
};

interface AlertProps {
  readonly kind: AlertKind;
  readonly title?: ComponentChildren;
  readonly level?: 2 | 3 | 4 | undefined;
  readonly id?: string | undefined;
  /** `status` is read when the reader is free, `alert` at once; without it, in the page's order. */
  readonly live?: 'status' | 'alert' | undefined;
  readonly children?: ComponentChildren;
}

/** A message of the page to the person; its kind is drawn and said, not only coloured. */
export function Alert({ kind, title, level = 2, id, live, children }: AlertProps) {
  const Heading = `h${level}` as const;
  const said = <span class="unseen">{WORDS[kind]} : </span>;
  return (
    <div class={`alert alert--${kind}`} id={id} role={live}>
      <span class="alert__icon">
        <Icon name={ICONS[kind]} />
      </span>
      <div class="alert__words">
        {title ? (
          <Heading class="alert__title">
            {said}
            {title}
          </Heading>
        ) : (
          <p class="unseen">{WORDS[kind]}</p>
        )}
        {children}
      </div>
    </div>
  );
}

export type Tone = 'neutral' | 'warm' | 'cool' | AlertKind;

interface BadgeProps {
  readonly tone?: Tone | undefined;
  readonly icon?: IconName | undefined;
  readonly children: ComponentChildren;
}

/** The state of a thing, in a word; kinds of alert bring their own icon. */
export function Badge({ tone = 'neutral', icon, children }: BadgeProps) {
  const drawn = icon ?? (tone in ICONS ? ICONS[tone as AlertKind] : undefined);
  return (
    <span class={`badge badge--${tone}`}>
      {drawn && <Icon name={drawn} />}
      <span>{children}</span>
    </span>
  );
}

interface TagProps {
  readonly icon?: IconName | undefined;
  /** With it the tag is a link. */
  readonly href?: string | undefined;
  readonly children: ComponentChildren;
}

/** A property of a thing: a theme, a language, a mode. */
export function Tag({ icon, href, children }: TagProps) {
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </>
  );
  return href ? (
    <a class="tag" href={href}>
      {inside}
    </a>
  ) : (
    <span class="tag">{inside}</span>
  );
}

/** Tags or badges, one after the other. */
export function TagList({ children }: { readonly children: ComponentChildren }) {
  return <div class="tag-list">{children}</div>;
}

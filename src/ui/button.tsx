import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

/** `primary`: the one thing to do next (one per screen). `danger`: what cannot be undone. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Look {
  readonly kind?: ButtonKind | undefined;
  readonly icon?: IconName | undefined;
  /** Drawn after the words (an arrow, say). */
  readonly iconAfter?: IconName | undefined;
  readonly size?: 'normal' | 'small' | 'large' | undefined;
  /** As wide as what holds it. */
  readonly wide?: boolean | undefined;
  /** Said after the visible words, to those who cannot see what the button is beside (« Modifier » + « le créneau »). */
  readonly about?: string | undefined;
  readonly children: ComponentChildren;
}

export interface ButtonProps extends Look {
  readonly type?: 'submit' | 'button' | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly id?: string | undefined;
  readonly form?: string | undefined;
  readonly formAction?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly describedBy?: string | undefined;
}

export interface ButtonLinkProps extends Look {
  readonly href: string;
  readonly id?: string | undefined;
  readonly rel?: string | undefined;
  /** The file's name proposed when the link is a download. */
  readonly download?: string | undefined;
  readonly describedBy?: string | undefined;
}

function classesOf({ kind = 'primary', size = 'normal', wide }: Look): string {
  const names = ['button', `button--${kind}`];
  if (size !== 'normal') names.push(`button--${size}`);
  if (wide === true) names.push('button--wide');
  return names.join(' ');
}

function Inside({ icon, iconAfter, about, children }: Look) {
  return (
    <>
      {icon && <Icon name={icon} />}
      <span>
        {children}
        {about && <span class="unseen"> {about}</span>}
      </span>
      {iconAfter && <Icon name={iconAfter} />}
    </>
  );
}

/** A button; `submit` unless told otherwise. */
export function Button(props: ButtonProps) {
  const { type = 'submit', name, value, id, form, formAction, disabled, describedBy } = props;
  return (
    <button
      class={classesOf(props)}
      type={type}
      name={name}
      value={value}
      id={id}
      form={form}
      formAction={formAction}
      disabled={disabled}
      aria-describedby={describedBy}
    >
      <Inside {...props} />
    </button>
  );
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink(props: ButtonLinkProps) {
  const { href, id, rel, download, describedBy } = props;
  return (
    <a
      class={classesOf(props)}
      href={href}
      id={id}
      rel={rel}
      download={download}
      aria-describedby={describedBy}
    >
      <Inside {...props} />
    </a>
  );
}

/** Buttons side by side, one under the other on a phone. */
export function ButtonRow({ children }: { readonly children: ComponentChildren }) {
  return <div class="button-row">{children}</div>;
}

import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

export interface FormProps {
  readonly method?: 'get' | 'post' | undefined;
  readonly action?: string | undefined;
  readonly id?: string | undefined;
  /** Posted as they are: a CSRF token, a step. */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  readonly encoding?: 'multipart/form-data' | undefined;
  /** Names a form that is a landmark: `search`, or one of several on a page. */
  readonly role?: 'search' | undefined;
  readonly label?: string | undefined;
  readonly layout?: 'stack' | 'line' | undefined;
  readonly children: ComponentChildren;
}

/** A form without the browser's own bubbles: the server answers with a summary that everyone can read. */
export function Form({
  method = 'post',
  action,
  id,
  hidden,
  encoding,
  role,
  label,
  layout = 'stack',
  children,
}: FormProps) {
  return (
    <form
      class={`form form--${layout}`}
      method={method}
      action={action}
      id={id}
      role={role}
      aria-label={label}
      encType={encoding}
      noValidate
    >
      {Object.entries(hidden ?? {}).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

export function HiddenField({ name, value }: { readonly name: string; readonly value: string }) {
  return <input type="hidden" name={name} value={value} />;
}

interface HoneypotProps {
  readonly name: string;
  /** For those whose reader finds it all the same: « Laisse ce champ vide ». */
  readonly label: string;
}

/** A box that only a robot fills. Out of sight, of tab order and of the accessibility tree. */
export function Honeypot({ name, label }: HoneypotProps) {
  return (
    <div class="honeypot" aria-hidden="true">
      <label>
        {label}
        <input type="text" name={name} tabIndex={-1} autocomplete="off" />
      </label>
    </div>
  );
}

export interface FormError {
  /** The id of the control: `fieldId(name)`. Without it the line is not a link. */
  readonly fieldId?: string | undefined;
  readonly message: string;
}

interface ErrorSummaryProps {
  readonly title: string;
  readonly errors: readonly FormError[];
  readonly id?: string | undefined;
}

/** First thing of the main content when a form comes back, and where one then is, without script either; draws nothing when there is no error. */
export function ErrorSummary({ title, errors, id = 'erreurs' }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <div
      class="error-summary"
      id={id}
      role="alert"
      tabIndex={-1}
      autofocus
      aria-labelledby={`${id}-title`}
    >
      <h2 id={`${id}-title`}>
        <Icon name="danger" />
        {title}
      </h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.fieldId ?? ''}${error.message}`}>
            {error.fieldId ? <a href={`#${error.fieldId}`}>{error.message}</a> : error.message}
          </li>
        ))}
      </ul>
    </div>
  );
}

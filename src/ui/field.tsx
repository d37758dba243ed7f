import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

/** Said in words beside the label; `unsaid` for a lone search box whose form says it. */
export type Need = 'required' | 'optional' | 'unsaid';

export interface FieldProps {
  /** Name of the posted value; the id is derived from it unless given. */
  readonly name: string;
  readonly label: ComponentChildren;
  readonly id?: string | undefined;
  readonly hint?: ComponentChildren;
  /** One sentence saying how to put it right. */
  readonly error?: string | undefined;
  readonly need?: Need | undefined;
  /** A token of the HTML standard: `given-name`, `email`, `tel`, `bday-day`… */
  readonly autocomplete?: string | undefined;
}

/** The id of a field from its name: what an error summary links to. Letters, digits and hyphens only. */
export function fieldId(name: string): string {
  return `champ-${name.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')}`;
}

const NEED_WORDS: Record<Need, string> = {
  required: 'obligatoire',
  optional: 'facultatif',
  unsaid: '',
};

/** « (obligatoire) » or « (facultatif) » after a label. */
export function NeedWords({ need }: { readonly need: Need }) {
  return need === 'unsaid' ? null : <span class="need"> ({NEED_WORDS[need]})</span>;
}

interface NoteProps {
  readonly id: string;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
}

export function FieldHint({ id, hint }: NoteProps) {
  return hint ? (
    <p class="field__hint" id={`${id}-hint`}>
      {hint}
    </p>
  ) : null;
}

export function FieldError({ id, error }: NoteProps) {
  return error ? (
    <p class="field__error" id={`${id}-error`}>
      <Icon name="danger" />
      <span>
        <span class="unseen">Erreur : </span>
        {error}
      </span>
    </p>
  ) : null;
}

/** Ids for aria-describedby, the error first; undefined when there is nothing to point to. */
export function describedBy({ id, hint, error }: NoteProps): string | undefined {
  const ids = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter((part) => part !== '');
  return ids.length > 0 ? ids.join(' ') : undefined;
}

interface FieldShellProps extends FieldProps {
  readonly children: ComponentChildren;
}

/** Label, hint, error around one control whose id is `id ?? fieldId(name)`. */
export function Field({
  name,
  label,
  id = fieldId(name),
  hint,
  error,
  need = 'required',
  children,
}: FieldShellProps) {
  return (
    <div class={error ? 'field field--wrong' : 'field'}>
      <label for={id}>
        {label}
        <NeedWords need={need} />
      </label>
      <FieldHint id={id} hint={hint} />
      <FieldError id={id} error={error} />
      {children}
    </div>
  );
}

interface ControlAttributes {
  readonly id: string;
  readonly name: string;
  readonly required: boolean;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': 'true' | undefined;
  readonly autocomplete: string | undefined;
}

/** What every control carries; for a control of one's own inside `Field`. */
export function controlAttributes(props: FieldProps): ControlAttributes {
  const id = props.id ?? fieldId(props.name);
  return {
    id,
    name: props.name,
    required: (props.need ?? 'required') === 'required',
    'aria-describedby': describedBy({ id, hint: props.hint, error: props.error }),
    'aria-invalid': props.error ? 'true' : undefined,
    autocomplete: props.autocomplete,
  };
}

export interface TextFieldProps extends FieldProps {
  readonly type?:
    | 'text'
    | 'email'
    | 'tel'
    | 'search'
    | 'password'
    | 'url'
    | 'number'
    | 'time'
    | 'date'
    | undefined;
  readonly value?: string | undefined;
  readonly inputMode?:
    | 'text'
    | 'numeric'
    | 'decimal'
    | 'email'
    | 'tel'
    | 'url'
    | 'search'
    | undefined;
  readonly maxLength?: number | undefined;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly step?: string | undefined;
  readonly width?: 'short' | 'medium' | 'full' | undefined;
  /** Id of a `<datalist>` that the caller draws. */
  readonly list?: string | undefined;
  readonly spellcheck?: 'false' | undefined;
}

/** One line of text. A date typed by a young person is a `DateField`; `date` here is for professionals. */
export function TextField(props: TextFieldProps) {
  const { type = 'text', width = 'full' } = props;
  return (
    <Field {...props}>
      <input
        {...controlAttributes(props)}
        class={`input input--${width}`}
        // Preact's types want one literal per input; the attributes are the same for those we allow.
        type={type as 'text'}
        value={props.value}
        inputMode={props.inputMode}
        maxLength={props.maxLength}
        min={props.min}
        max={props.max}
        step={props.step}
        list={props.list}
        spellcheck={props.spellcheck === 'false' ? false : undefined}
      />
    </Field>
  );
}

export interface TextAreaProps extends FieldProps {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly maxLength?: number | undefined;
}

export function TextArea(props: TextAreaProps) {
  return (
    <Field {...props}>
      <textarea
        {...controlAttributes(props)}
        class="input"
        rows={props.rows ?? 5}
        maxLength={props.maxLength}
      >
        {props.value ?? ''}
      </textarea>
    </Field>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
  /** Options of the same group stand together, under its name. */
  readonly group?: string | undefined;
}

export interface SelectFieldProps extends FieldProps {
  readonly options: readonly Option[];
  readonly value?: string | undefined;
  /** Words of the first, empty choice: « Choisis… ». */
  readonly emptyLabel?: string | undefined;
  readonly width?: 'medium' | 'full' | undefined;
}

function Options({
  options,
  value,
}: {
  readonly options: readonly Option[];
  readonly value: string | undefined;
}) {
  return (
    <>
      {options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === value}>
          {option.label}
        </option>
      ))}
    </>
  );
}

export function SelectField(props: SelectFieldProps) {
  const { options, value, emptyLabel, width = 'full' } = props;
  const groups = [...new Set(options.flatMap((option) => option.group ?? []))];
  return (
    <Field {...props}>
      <span class={`select select--${width}`}>
        <select {...controlAttributes(props)} class="input">
          {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
          <Options options={options.filter((option) => option.group === undefined)} value={value} />
          {groups.map((group) => (
            <optgroup key={group} label={group}>
              <Options options={options.filter((option) => option.group === group)} value={value} />
            </optgroup>
          ))}
        </select>
        <Icon name="chevron-down" />
      </span>
    </Field>
  );
}

import type { ComponentChildren } from 'preact';
import {
  controlAttributes,
  describedBy,
  FieldError,
  FieldHint,
  fieldId,
  NeedWords,
  type FieldProps,
  type Need,
} from './field.tsx';

export interface FieldsetProps {
  /** The id of the group; an error summary may link to it. */
  readonly id: string;
  readonly legend: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  readonly need?: Need | undefined;
  /** `title` for a part of a long form, `label` for one question. */
  readonly legendSize?: 'label' | 'title' | undefined;
  readonly children: ComponentChildren;
}

/** A group of controls under one question. */
export function Fieldset(props: FieldsetProps) {
  const { id, legend, hint, error, need = 'unsaid', legendSize = 'label', children } = props;
  const wrong = error ? ' field--wrong' : '';
  return (
    <fieldset
      class={`fieldset fieldset--${legendSize}${wrong}`}
      id={id}
      aria-describedby={describedBy({ id, hint, error })}
    >
      <legend>
        {legend}
        <NeedWords need={need} />
      </legend>
      <FieldHint id={id} hint={hint} />
      <FieldError id={id} error={error} />
      {children}
    </fieldset>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly disabled?: boolean | undefined;
}

interface ChoiceSetProps {
  readonly name: string;
  readonly legend: ComponentChildren;
  readonly options: readonly Choice[];
  readonly id?: string | undefined;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  readonly need?: Need | undefined;
  readonly legendSize?: 'label' | 'title' | undefined;
  /** `row` for two or three short answers. */
  readonly layout?: 'stack' | 'row' | undefined;
}

interface OneChoiceProps {
  readonly kind: 'radio' | 'checkbox';
  readonly id: string;
  readonly name: string;
  readonly option: Choice;
  readonly checked: boolean;
  readonly required: boolean;
  readonly wrong: boolean;
}

function OneChoice({ kind, id, name, option, checked, required, wrong }: OneChoiceProps) {
  return (
    <div class="choice">
      <input
        type={kind}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        required={required}
        disabled={option.disabled}
        aria-describedby={option.hint ? `${id}-hint` : undefined}
        aria-invalid={wrong ? 'true' : undefined}
      />
      <label for={id}>{option.label}</label>
      {option.hint && (
        <p class="choice__hint" id={`${id}-hint`}>
          {option.hint}
        </p>
      )}
    </div>
  );
}

interface ChoicesProps extends ChoiceSetProps {
  readonly kind: 'radio' | 'checkbox';
  readonly checked: (value: string) => boolean;
}

/** The first control takes the group's own field id, so that an error summary lands on it. */
function Choices(props: ChoicesProps) {
  const { kind, name, options, need = 'required', layout = 'stack', error, checked } = props;
  const first = props.id ?? fieldId(name);
  return (
    <Fieldset {...props} need={need} id={`${first}-group`}>
      <div class={`choices choices--${layout}`}>
        {options.map((option, index) => (
          <OneChoice
            key={option.value}
            kind={kind}
            id={index === 0 ? first : `${first}-${index + 1}`}
            name={name}
            option={option}
            checked={checked(option.value)}
            required={kind === 'radio' && need === 'required'}
            wrong={error !== undefined}
          />
        ))}
      </div>
    </Fieldset>
  );
}

export interface RadiosProps extends ChoiceSetProps {
  readonly value?: string | undefined;
}

/** One answer among a few. */
export function Radios(props: RadiosProps) {
  return <Choices {...props} kind="radio" checked={(value) => value === props.value} />;
}

export interface CheckboxesProps extends ChoiceSetProps {
  readonly values?: readonly string[] | undefined;
}

/** Any number of answers; the form posts `name` once per ticked box. */
export function Checkboxes(props: CheckboxesProps) {
  return (
    <Choices
      {...props}
      kind="checkbox"
      checked={(value) => props.values?.includes(value) ?? false}
    />
  );
}

export interface CheckboxProps extends FieldProps {
  /** Posted when ticked; « oui » unless told otherwise. */
  readonly value?: string | undefined;
  readonly checked?: boolean | undefined;
}

/** One box to tick: an agreement, a filter. */
export function Checkbox(props: CheckboxProps) {
  const { label, hint, error, need = 'optional', value = 'oui', checked } = props;
  const attributes = controlAttributes({ ...props, need });
  return (
    <div class={error ? 'field field--wrong' : 'field'}>
      <FieldError id={attributes.id} error={error} />
      <div class="choice">
        <input {...attributes} type="checkbox" value={value} checked={checked} />
        <label for={attributes.id}>
          {label}
          {need === 'required' && <NeedWords need="required" />}
        </label>
        {hint && (
          <p class="choice__hint" id={`${attributes.id}-hint`}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

export type DatePart = 'day' | 'month' | 'year';

export interface DateFieldProps {
  /** Posts `${name}-day`, `${name}-month`, `${name}-year`, as typed. */
  readonly name: string;
  readonly legend: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  /** Which parts the error is about; all of them when not said. */
  readonly wrongParts?: readonly DatePart[] | undefined;
  readonly value?:
    | { readonly day: string; readonly month: string; readonly year: string }
    | undefined;
  readonly need?: Need | undefined;
  /** `bday` fills the three parts with the person's own birth date. */
  readonly autocomplete?: 'bday' | undefined;
  readonly legendSize?: 'label' | 'title' | undefined;
}

const DATE_PARTS: readonly { part: DatePart; label: string; length: number }[] = [
  { part: 'day', label: 'Jour', length: 2 },
  { part: 'month', label: 'Mois', length: 2 },
  { part: 'year', label: 'Année', length: 4 },
];

/** The posted names of a date's three parts. */
export function datePartNames(name: string): Readonly<Record<DatePart, string>> {
  return { day: `${name}-day`, month: `${name}-month`, year: `${name}-year` };
}

/** A remembered date, typed: three boxes rather than a calendar. `fieldId(name)` is the first box. */
export function DateField(props: DateFieldProps) {
  const { name, value, error, need = 'required', autocomplete } = props;
  const id = fieldId(name);
  const names = datePartNames(name);
  const wrong = (part: DatePart) =>
    error !== undefined && (props.wrongParts?.includes(part) ?? true);
  return (
    <Fieldset {...props} need={need} id={`${id}-group`}>
      <div class="date-parts">
        {DATE_PARTS.map(({ part, label, length }, index) => {
          const partId = index === 0 ? id : `${id}-${part}`;
          return (
            <div key={part} class="field">
              <label for={partId}>{label}</label>
              <input
                class={`input input--date-${part}`}
                id={partId}
                name={names[part]}
                type="text"
                inputMode="numeric"
                maxLength={length}
                required={need === 'required'}
                value={value?.[part]}
                autocomplete={autocomplete && `${autocomplete}-${part}`}
                aria-invalid={wrong(part) ? 'true' : undefined}
                aria-describedby={wrong(part) ? `${id}-group-error` : undefined}
              />
            </div>
          );
        })}
      </div>
    </Fieldset>
  );
}

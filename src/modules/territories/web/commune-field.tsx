import type { ComponentChildren } from 'preact';
import { Radios } from '#ui/choice.tsx';
import { controlAttributes, Field, fieldId, type Need } from '#ui/field.tsx';
import { communeLabel } from '../rules/commune.ts';
import type { Commune } from '../rules/commune.ts';
import type { CommuneMatch } from '../rules/match.ts';
import { territoryPaths } from './paths.ts';
import { communeTexts } from './texts.ts';

/** The script that adds suggestions, to be listed in the page's `islands`. */
export const COMMUNE_ISLAND = 'territories/commune-search';

/** The two posted values of a field: give them to `resolveCommune` as they came. */
export interface CommuneFieldValue {
  readonly code: string;
  readonly text: string;
}

export interface CommuneFieldProps {
  readonly label: ComponentChildren;
  /** Posts `{name}` (the text) and `{name}Code`. */
  readonly name?: string | undefined;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  readonly need?: Need | undefined;
  readonly value?: CommuneFieldValue | undefined;
  /** The answers of `resolveCommune` when there are several: shown as radio buttons, the text asked again under them. */
  readonly choices?: readonly CommuneMatch[] | undefined;
  /** In a search form: the choices are links to these addresses instead. */
  readonly choiceHref?: ((communeCode: string) => string) | undefined;
  /** INSEE code of the region whose communes are suggested first. */
  readonly preferRegion?: string | undefined;
}

/** The names under which a field posts. An error summary links to `fieldId(text)`, with or without choices. */
export function communeFieldNames(name = 'commune'): {
  readonly text: string;
  readonly code: string;
} {
  return { text: name, code: `${name}Code` };
}

/** A field already filled with this commune. */
export function communeFieldValue(commune: Commune): CommuneFieldValue {
  return { code: commune.code, text: communeLabel(commune) };
}

/** A commune by its name or postal code: complete without script, a combobox with suggestions with it. */
export function CommuneField(props: CommuneFieldProps) {
  const choices = props.choices ?? [];
  if (choices.length === 0) return <CommuneText {...props} />;
  return props.choiceHref ? (
    <>
      <CommuneText {...props} />
      <ChoiceLinks choices={choices} href={props.choiceHref} />
    </>
  ) : (
    <ChoiceRadios {...props} choices={choices} />
  );
}

/** The text, and beside it the code that the island fills. */
function CommuneText(props: CommuneFieldProps) {
  const { text, code } = communeFieldNames(props.name);
  return (
    <CommuneBox preferRegion={props.preferRegion} codeName={code}>
      <CommuneInput
        {...props}
        id={fieldId(text)}
        hint={props.hint ?? communeTexts.hint}
        value={props.value?.text}
      />
      <input type="hidden" name={code} value={props.value?.code ?? ''} />
    </CommuneBox>
  );
}

function ChoiceRadios(props: CommuneFieldProps & { readonly choices: readonly CommuneMatch[] }) {
  const { text, code } = communeFieldNames(props.name);
  const typed = props.value?.text ?? '';
  return (
    <CommuneBox preferRegion={props.preferRegion} codeName={code}>
      <Radios
        id={fieldId(text)}
        name={code}
        legend={communeTexts.which}
        hint={typed === '' ? undefined : communeTexts.severalFor(typed, props.choices.length)}
        error={props.error}
        need="unsaid"
        options={props.choices.map(({ commune, label }) => ({ value: commune.code, label }))}
      />
      <CommuneInput
        name={props.name}
        id={`${fieldId(text)}-autre`}
        label={communeTexts.other}
        hint={communeTexts.otherHint}
        need="optional"
        value=""
      />
    </CommuneBox>
  );
}

interface CommuneBoxProps {
  readonly preferRegion: string | undefined;
  readonly codeName: string;
  readonly children: ComponentChildren;
}

/** What the island looks for. */
function CommuneBox({ preferRegion, codeName, children }: CommuneBoxProps) {
  return (
    <div
      class="commune-field"
      data-commune-search={territoryPaths.communes}
      data-commune-code={codeName}
      data-commune-region={preferRegion}
    >
      {children}
    </div>
  );
}

interface CommuneInputProps extends Pick<
  CommuneFieldProps,
  'label' | 'name' | 'hint' | 'error' | 'need'
> {
  readonly id: string;
  readonly value: string | undefined;
}

function CommuneInput({ value, ...props }: CommuneInputProps) {
  const field = { ...props, name: communeFieldNames(props.name).text, autocomplete: 'off' };
  return (
    <Field {...field}>
      <input
        {...controlAttributes(field)}
        class="input input--full"
        type="text"
        value={value}
        spellcheck={false}
        maxLength={100}
      />
    </Field>
  );
}

interface ChoiceLinksProps {
  readonly choices: readonly CommuneMatch[];
  readonly href: (communeCode: string) => string;
}

function ChoiceLinks({ choices, href }: ChoiceLinksProps) {
  return (
    <div class="commune-choices">
      <p>{communeTexts.which}</p>
      <ul>
        {choices.map(({ commune, label }) => (
          <li key={commune.code}>
            <a href={href(commune.code)}>{label}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

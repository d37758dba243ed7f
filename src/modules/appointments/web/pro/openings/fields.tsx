import { allValues, oneValue } from '#platform/http/forms.ts';
import { Checkbox, Checkboxes, Fieldset, Radios } from '#ui/choice.tsx';
import { SelectField, TextField } from '#ui/field.tsx';
import type { OpenedCalendar } from '../../../use-cases/open-calendar.ts';
import { MODE_WORDS } from '../../paths.ts';
import { modeLabels } from '../../words.ts';
import type { FormState } from '../form-parts.tsx';
import { MODE_ORDER } from './words.ts';

interface CalendarFormState extends FormState {
  readonly calendar: OpenedCalendar;
}

/** For which structure, and where. One structure only is not asked. */
export function WhereFields({ values, errors, calendar }: CalendarFormState) {
  const { structures } = calendar;
  return (
    <>
      {structures.length > 1 && (
        <SelectField
          name="structure"
          label="Pour quelle structure"
          hint="Ces heures comptent dans son engagement de la semaine."
          options={structures.map((one) => ({ value: one.organisationId, label: one.name }))}
          value={oneValue(values, 'structure')}
          error={errors['structure']}
        />
      )}
      <SelectField
        name="lieu"
        label="Lieu"
        hint="Il faut un lieu pour recevoir sur place. Ses jours fériés ferment la plage."
        need="unsaid"
        emptyLabel="Aucun : à distance seulement"
        options={structures.flatMap((one) =>
          one.places.map((place) => ({
            value: place.id,
            label: place.name,
            group: structures.length > 1 ? one.name : undefined,
          })),
        )}
        value={oneValue(values, 'lieu')}
        error={errors['lieu']}
      />
    </>
  );
}

/** How one meets; what each remote mode needs is asked at once, for those who have no script. */
export function HowFields({ values, errors, calendar }: CalendarFormState) {
  return (
    <>
      <Checkboxes
        name="modes"
        legend="Façons de se voir"
        need="required"
        layout="row"
        options={MODE_ORDER.map((mode) => ({ value: MODE_WORDS[mode], label: modeLabels[mode] }))}
        values={allValues(values, 'modes')}
        error={errors['modes']}
      />
      <div class="only-video">
        <VideoFields values={values} errors={errors} calendar={calendar} />
      </div>
      <div class="only-phone">
        <PhoneFields values={values} errors={errors} />
      </div>
    </>
  );
}

function VideoFields({ values, errors, calendar }: CalendarFormState) {
  const pattern = calendar.network.settings.videoPattern;
  return (
    <Fieldset id="champ-visio-groupe-entier" legend="Si c’est en visio">
      <div class="stack">
        <Radios
          name="visio"
          legend="Le lien"
          need="unsaid"
          options={[
            {
              value: 'reseau',
              label: 'Un lien du réseau, créé pour chaque entretien',
              hint: pattern ? undefined : 'Le réseau n’a pas de service de visio.',
              disabled: pattern === null,
            },
            { value: 'salle', label: 'Ma salle, toujours la même' },
          ]}
          value={oneValue(values, 'visio')}
          error={errors['visio']}
        />
        <TextField
          name="salle"
          label="Adresse de ma salle"
          hint="Exemple : https://visio.exemple.fr/ma-salle"
          need="unsaid"
          type="url"
          spellcheck="false"
          maxLength={500}
          value={oneValue(values, 'salle')}
          error={errors['salle']}
        />
        <TextField
          name="secours"
          label="Numéro si la visio ne marche pas"
          hint="Il est donné avec le lien."
          need="unsaid"
          type="tel"
          width="medium"
          value={oneValue(values, 'secours')}
          error={errors['secours']}
        />
      </div>
    </Fieldset>
  );
}

function PhoneFields({ values, errors }: FormState) {
  return (
    <Fieldset id="champ-telephone-groupe-entier" legend="Si c’est par téléphone">
      <div class="stack">
        <Radios
          name="qui-appelle"
          legend="Qui appelle"
          need="unsaid"
          options={[
            { value: 'conseiller', label: 'J’appelle la personne' },
            { value: 'jeune', label: 'La personne m’appelle' },
          ]}
          value={oneValue(values, 'qui-appelle')}
          error={errors['qui-appelle']}
        />
        <TextField
          name="numero"
          label="Sur quel numéro"
          hint="Si c’est elle qui appelle."
          need="unsaid"
          type="tel"
          width="medium"
          value={oneValue(values, 'numero')}
          error={errors['numero']}
        />
      </div>
    </Fieldset>
  );
}

/** Length, pause, holidays. */
export function LengthFields({ values, errors }: FormState) {
  return (
    <>
      <div class="cluster">
        <TextField
          name="duree"
          label="Durée d’un entretien (minutes)"
          type="number"
          min="10"
          max="480"
          width="short"
          value={oneValue(values, 'duree')}
          error={errors['duree']}
        />
        <TextField
          name="pause"
          label="Pause après chacun (minutes)"
          need="unsaid"
          type="number"
          min="0"
          max="240"
          width="short"
          value={oneValue(values, 'pause')}
          error={errors['pause']}
        />
      </div>
      <Checkbox
        name="feries"
        label="Ouvert aussi les jours fériés"
        hint="Sans cela, un jour férié du lieu ferme la journée."
        checked={oneValue(values, 'feries') === 'oui'}
      />
    </>
  );
}

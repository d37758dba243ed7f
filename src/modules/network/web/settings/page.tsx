import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import { oneValue } from '#platform/http/forms.ts';
import { Alert } from '#ui/alert.tsx';
import { Button } from '#ui/button.tsx';
import { Checkbox, Radios } from '#ui/choice.tsx';
import { TextField, fieldId } from '#ui/field.tsx';
import { ErrorSummary, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page.tsx';
import type { Network } from '../../rules/network.ts';
import { networkPaths } from '../paths.ts';
import { ColourField } from './colour-field.tsx';
import type { FieldOf } from './parts.tsx';
import { Booking, Callbacks, Keeping, Messages, NumberField, Part } from './parts.tsx';

export interface SettingsPageProps {
  readonly network: Network;
  readonly values: FormValues;
  readonly errors: FormErrors;
  readonly saved: 'just-now' | null;
}

/** What of a network is its own to decide; each field says what it changes. */
export function SettingsPage({ network, values, errors, saved }: SettingsPageProps) {
  const field: FieldOf = (name) => ({
    name,
    value: oneValue(values, name),
    error: errors[name],
  });
  return (
    <div class="stack stack--loose">
      <ErrorSummary
        title="Les réglages ne sont pas enregistrés"
        errors={Object.entries(errors).map(([name, message]) => ({
          fieldId: fieldId(name),
          message,
        }))}
      />
      {saved && (
        <Alert kind="success" live="status" title="Réglages enregistrés">
          <p>
            Ils valent dès maintenant pour les nouvelles recherches. Les rendez-vous déjà pris ne
            changent pas. Les couleurs se voient en moins d’une minute.
          </p>
        </Alert>
      )}
      <PageTitle
        title="Réglages"
        eyebrow={network.name}
        lead="Ce que le réseau décide lui-même. Chaque changement est gardé avec son auteur et sa date."
      />
      <Form action={networkPaths.settings(network.slug)}>
        <Identity field={field} />
        <Who field={field} checked={oneValue(values, 'underFifteenConsent') === 'oui'} />
        <Booking field={field} />
        <Callbacks field={field} />
        <Messages field={field} />
        <Keeping field={field} />
        <Button>Enregistrer les réglages</Button>
      </Form>
    </div>
  );
}

function Identity({ field }: { readonly field: FieldOf }) {
  return (
    <Part title="Le site du réseau">
      <Radios
        {...field('wording')}
        legend="Comment parler aux jeunes"
        hint="Change les pages publiques, les messages et les liens privés. Les professionnels sont toujours vouvoyés."
        options={[
          { value: 'tu', label: 'Les tutoyer' },
          { value: 'vous', label: 'Les vouvoyer' },
        ]}
      />
      <TextField
        {...field('contactEmail')}
        type="email"
        label="Adresse de contact"
        hint="Montrée sur la page Contact et dans les messages."
        need="optional"
      />
      <TextField
        {...field('contactPhone')}
        type="tel"
        label="Téléphone de contact"
        hint="Montré sur la page Contact."
        need="optional"
        width="medium"
      />
      <TextField
        {...field('controllerName')}
        label="Responsable des données personnelles"
        hint="L’organisme nommé dans les mentions légales et au bas des pages."
      />
      <ColourField
        {...field('warm')}
        label="Couleur de ce qu’il y a à faire"
        hint="Les boutons et les appels."
        part="warm"
      />
      <ColourField
        {...field('cool')}
        label="Couleur des lieux"
        hint="Les lieux d’accueil et les repères."
        part="cool"
      />
    </Part>
  );
}

function Who({ field, checked }: { readonly field: FieldOf; readonly checked: boolean }) {
  return (
    <Part title="Qui peut prendre rendez-vous">
      <NumberField
        field={field}
        name="ageMin"
        label="Âge minimum, compris"
        hint="En années révolues le jour de l’entretien. Vide : pas de minimum."
        need="optional"
      />
      <NumberField
        field={field}
        name="ageMax"
        label="Âge maximum, compris"
        hint="35 : jusqu’à la veille des 36 ans, le jour de l’entretien. Vide : pas de maximum."
        need="optional"
      />
      <Radios
        {...field('residence')}
        legend="Où habiter"
        hint="Dans le périmètre, chacun peut aller dans n’importe quel lieu. En dehors, une page dit où s’adresser."
        options={[
          { value: 'region', label: 'Dans la région du réseau' },
          { value: 'territory', label: 'Dans le territoire du réseau' },
          { value: 'none', label: 'Partout' },
        ]}
      />
      <Checkbox
        name="underFifteenConsent"
        label="Demander l’accord d’un parent avant 15 ans"
        hint="Ajoute au formulaire les coordonnées d’un parent quand la date de naissance le demande."
        checked={checked}
      />
    </Part>
  );
}

import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import { oneValue } from '#platform/http/forms.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Checkbox, Radios } from '#ui/choice.tsx';
import { SelectField, TextField, fieldId } from '#ui/field.tsx';
import { ErrorSummary, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page.tsx';
import { fieldStates } from '../fields.ts';
import type { OpenedStructure } from '../structure-of.ts';
import { roleTexts } from '../texts.ts';

export type StructureRole = 'adviser' | 'manager' | 'referent';

export interface NewMemberPageProps {
  readonly opened: OpenedStructure;
  readonly values: FormValues;
  readonly errors: FormErrors;
  /** The roles that the actor may give. */
  readonly roles: readonly StructureRole[];
}

export function NewMemberPage(props: NewMemberPageProps) {
  const { opened, errors, values } = props;
  return (
    <div class="stack stack--loose">
      <ErrorSummary
        title="La personne n’est pas ajoutée"
        errors={Object.entries(errors).map(([name, message]) => ({
          fieldId: fieldId(name),
          message,
        }))}
      />
      <PageTitle
        title="Ajouter une personne"
        eyebrow={opened.structure.organisation.name}
        lead="Ses créneaux ne s’ouvrent qu’une fois sa formation enregistrée par la coordination."
      />
      <Form action={opened.paths.newMember}>
        <Person {...props} />
        <Role {...props} />
        <Checkbox
          name="invite"
          label="Lui envoyer maintenant son invitation"
          hint="Un message avec un lien, valable 7 jours, pour choisir un mot de passe et une deuxième vérification."
          checked={oneValue(values, 'invite') === 'oui'}
        />
        <Button>Ajouter cette personne</Button>
      </Form>
    </div>
  );
}

function Person({ values, errors }: NewMemberPageProps) {
  const field = fieldStates(values, errors);
  return (
    <Card title="Qui" level={2} as="section">
      <div class="stack">
        <TextField {...field('givenName')} label="Prénom" width="medium" />
        <TextField {...field('familyName')} label="Nom" width="medium" />
        <TextField
          {...field('email')}
          type="email"
          label="Courriel professionnel"
          hint="Une adresse, une personne : quelqu’un de déjà connu garde son compte."
        />
        <TextField
          {...field('phone')}
          type="tel"
          label="Téléphone"
          hint="Pour ses collègues, jamais montré aux jeunes."
          need="optional"
          width="medium"
        />
      </div>
    </Card>
  );
}

function Role({ opened, values, errors, roles }: NewMemberPageProps) {
  const field = fieldStates(values, errors);
  const { places } = opened.structure;
  return (
    <Card title="Son rôle ici" level={2} as="section">
      <div class="stack">
        {roles.length > 1 ? (
          <Radios
            {...field('role')}
            legend="Rôle"
            options={roles.map((role) => ({ value: role, label: roleTexts[role] }))}
          />
        ) : (
          <input type="hidden" name="role" value={roles[0]} />
        )}
        <SelectField
          {...field('placeId')}
          label="Lieu"
          need="optional"
          emptyLabel="Tous les lieux de la structure"
          options={places.map((place) => ({ value: place.id, label: place.name }))}
        />
        <TextField {...field('from')} type="date" label="Premier jour" width="medium" />
        <TextField
          {...field('until')}
          type="date"
          label="Dernier jour"
          hint="Compris, s’il est déjà connu."
          need="optional"
          width="medium"
        />
        <TextField
          {...field('displayName')}
          label="Nom montré aux jeunes"
          hint="Pour un opérateur. Vide : son prénom."
          need="optional"
          width="medium"
        />
        <TextField
          {...field('languages')}
          label="Langues parlées"
          hint="En français, séparées par des virgules : français, anglais, langue des signes française."
          need="optional"
        />
      </div>
    </Card>
  );
}

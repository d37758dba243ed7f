import { Alert } from '#ui/alert.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Checkbox, Radios } from '#ui/choice.tsx';
import { SelectField, TextField, fieldId } from '#ui/field.tsx';
import { ErrorSummary, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page.tsx';
import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import { oneValue } from '#platform/http/forms.ts';
import { CommuneField, communeFieldNames } from '#modules/territories/ui.tsx';
import type { CommuneMatch } from '#modules/territories/index.ts';
import { LEGAL_FORMS } from '../../rules/organisation.ts';
import type { Network } from '../../rules/network.ts';
import { fieldStates } from '../fields.ts';
import { networkPaths } from '../paths.ts';
import { affiliationTexts, legalFormTexts } from '../texts.ts';

export interface NewStructurePageProps {
  readonly network: Network;
  readonly values: FormValues;
  readonly errors: FormErrors;
  readonly choices: readonly CommuneMatch[];
  /** The structure is known in the installation: it may be joined instead. */
  readonly known: 'known' | 'new';
}

export function NewStructurePage(props: NewStructurePageProps) {
  const { network, errors, known } = props;
  return (
    <div class="stack stack--loose">
      <ErrorSummary
        title="La structure n’est pas enregistrée"
        errors={Object.entries(errors).map(([name, message]) => ({
          fieldId: fieldId(name),
          message,
        }))}
      />
      <PageTitle
        title="Ajouter une structure"
        eyebrow={network.name}
        lead="Elle entre dans le réseau. Ses lieux, ses conseillers et sa convention s’ajoutent ensuite."
      />
      <Form action={networkPaths.newStructure(network.slug)}>
        {known === 'known' && (
          <Alert kind="warning" live="alert" title="Cette structure est déjà sur la plateforme">
            <p>
              Le même SIRET, ou le même nom dans la même commune, y est enregistré. Ses coordonnées
              ne changeront pas.
            </p>
            <Button kind="secondary" name="connue" value="rattacher">
              La faire entrer dans {network.name}
            </Button>
          </Alert>
        )}
        <Who {...props} />
        <Contact {...props} />
        <InNetwork {...props} />
        <Button>Enregistrer la structure</Button>
      </Form>
    </div>
  );
}

function Who({ network, values, errors, choices }: NewStructurePageProps) {
  const field = fieldStates(values, errors);
  const names = communeFieldNames();
  const { territory } = network;
  return (
    <Card title="La structure" level={2} as="section">
      <div class="stack">
        <TextField {...field('name')} label="Nom" />
        <TextField
          {...field('shortName')}
          label="Nom court"
          hint="Celui que les jeunes connaissent, s’il est différent."
          need="optional"
        />
        <TextField
          {...field('siret')}
          label="SIRET"
          hint="14 chiffres, avec ou sans espaces. Sa clé est vérifiée."
          need="optional"
          inputMode="numeric"
          width="medium"
        />
        <SelectField
          {...field('legalForm')}
          label="Forme juridique"
          emptyLabel="Choisissez…"
          options={LEGAL_FORMS.map((form) => ({ value: form, label: legalFormTexts[form] }))}
        />
        <Checkbox
          name="nonProfit"
          label="À but non lucratif par ses statuts"
          hint="À cocher pour une coopérative ou une « autre forme ». Seule une structure à but non lucratif reçoit des jeunes."
          checked={oneValue(values, 'nonProfit') === 'oui'}
        />
        <TextField {...field('address')} label="Adresse" hint="Numéro et rue." need="optional" />
        <CommuneField
          label="Commune"
          value={{ code: oneValue(values, names.code), text: oneValue(values, names.text) }}
          error={errors[names.text]}
          choices={choices}
          preferRegion={territory.kind === 'region' ? territory.code : undefined}
        />
      </div>
    </Card>
  );
}

function Contact({ values, errors }: NewStructurePageProps) {
  const field = fieldStates(values, errors);
  return (
    <Card title="Qui la représente, comment la joindre" level={2} as="section">
      <div class="stack">
        <Radios
          {...field('representativeCivility')}
          legend="Civilité de la personne qui signe"
          need="optional"
          layout="row"
          options={[
            { value: 'madame', label: 'Madame' },
            { value: 'monsieur', label: 'Monsieur' },
          ]}
        />
        <TextField {...field('representativeName')} label="Prénom et nom" need="optional" />
        <TextField
          {...field('representativeQuality')}
          label="Qualité"
          hint="Présidente, maire, directeur…"
          need="optional"
        />
        <TextField
          {...field('phone')}
          type="tel"
          label="Téléphone"
          need="optional"
          width="medium"
        />
        <TextField {...field('email')} type="email" label="Courriel" need="optional" />
        <TextField {...field('website')} label="Site internet" need="optional" />
      </div>
    </Card>
  );
}

function InNetwork({ values, errors }: NewStructurePageProps) {
  const field = fieldStates(values, errors);
  return (
    <Card title="Dans le réseau" level={2} as="section">
      <div class="stack">
        <Radios
          {...field('kind')}
          legend="Ce qu’elle y fait"
          options={(['operator', 'coordination', 'partner'] as const).map((kind) => ({
            value: kind,
            label: affiliationTexts[kind],
          }))}
        />
        <TextField
          {...field('from')}
          type="date"
          label="Premier jour dans le réseau"
          width="medium"
        />
        <Checkbox
          name="infoJeunes"
          label="A le label Info Jeunes"
          checked={oneValue(values, 'infoJeunes') === 'oui'}
        />
      </div>
    </Card>
  );
}

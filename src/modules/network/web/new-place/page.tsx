import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import { oneValue } from '#platform/http/forms.ts';
import { Alert } from '#ui/alert.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { TextArea, TextField, fieldId } from '#ui/field.tsx';
import { ErrorSummary, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page.tsx';
import { CommuneField, communeFieldNames } from '#modules/territories/ui.tsx';
import type { CommuneMatch } from '#modules/territories/index.ts';
import { fieldStates } from '../fields.ts';
import { networkPaths } from '../paths.ts';
import type { OpenedStructure } from '../structure-of.ts';

export interface NewPlacePageProps {
  readonly opened: OpenedStructure;
  readonly values: FormValues;
  readonly errors: FormErrors;
  readonly choices: readonly CommuneMatch[];
  readonly known: 'known' | 'new';
}

export function NewPlacePage({ opened, values, errors, choices, known }: NewPlacePageProps) {
  const { network, structure } = opened;
  const field = fieldStates(values, errors);
  const names = communeFieldNames();
  return (
    <div class="stack stack--loose">
      <ErrorSummary
        title="Le lieu n’est pas enregistré"
        errors={Object.entries(errors).map(([name, message]) => ({
          fieldId: fieldId(name),
          message,
        }))}
      />
      <PageTitle title="Ajouter un lieu d’accueil" eyebrow={structure.organisation.name} />
      <Form action={networkPaths.newPlace(network.slug, structure.organisation.id)}>
        {known === 'known' && (
          <Alert kind="warning" live="alert" title="Ce lieu est déjà sur la plateforme">
            <p>Une autre structure y reçoit peut-être. Un lieu peut en servir plusieurs.</p>
            <Button kind="secondary" name="connu" value="rejoindre">
              Y recevoir aussi
            </Button>
          </Alert>
        )}
        <Card>
          <div class="stack">
            <TextField {...field('name')} label="Nom" hint="Celui qui est écrit sur la porte." />
            <TextField {...field('address')} label="Adresse" hint="Numéro et rue." />
            <CommuneField
              label="Commune"
              hint="Elle donne l’heure du lieu et ses jours fériés. Un nom ou un code postal."
              value={{ code: oneValue(values, names.code), text: oneValue(values, names.text) }}
              error={errors[names.text]}
              choices={choices}
              preferRegion={
                network.territory.kind === 'region' ? network.territory.code : undefined
              }
            />
            <TextField
              {...field('rooms')}
              label="Espaces confidentiels"
              hint="Nombre de bureaux fermés, de 0 à 200. Il n’y aura jamais plus d’entretiens sur place à la fois."
              inputMode="numeric"
              width="short"
            />
            <TextArea
              {...field('accessNotes')}
              label="Comment venir"
              hint="Quelle porte, quel étage, quel arrêt de bus."
              need="optional"
              rows={3}
              maxLength={600}
            />
            <Radios
              {...field('stepFree')}
              legend="Accessible de plain-pied"
              need="optional"
              layout="row"
              options={[
                { value: 'oui', label: 'Oui' },
                { value: 'non', label: 'Non' },
                { value: '', label: 'Je ne sais pas' },
              ]}
            />
            <TextField
              {...field('phone')}
              type="tel"
              label="Téléphone du lieu"
              hint="À appeler le jour même."
              need="optional"
              width="medium"
            />
          </div>
        </Card>
        <Button>Enregistrer le lieu</Button>
      </Form>
    </div>
  );
}

import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import { allValues } from '#platform/http/forms.ts';
import { Alert } from '#ui/alert.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Checkboxes } from '#ui/choice.tsx';
import { TextField, fieldId } from '#ui/field.tsx';
import { ErrorSummary, Form } from '#ui/form.tsx';
import { capitalise, formatShortDate } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import type { RoomItems } from '../../rules/attestation.ts';
import type { Structure } from '../../use-cases/read-structures.ts';
import { fieldStates } from '../fields.ts';
import type { OpenedStructure } from '../structure-of.ts';
import { attestationText, itemTexts } from '../texts.ts';

const ROOM_ITEMS = Object.keys(itemTexts) as readonly (keyof RoomItems)[];

export interface AttestationPageProps {
  readonly opened: OpenedStructure;
  readonly place: Structure['places'][number];
  readonly values: FormValues;
  readonly errors: FormErrors;
}

/** SM-42 to SM-44, item by item; one that lacks something is kept too, and says what. */
export function AttestationPage({ opened, place, values, errors }: AttestationPageProps) {
  const field = fieldStates(values, errors);
  return (
    <div class="stack stack--loose">
      <ErrorSummary
        title="L’attestation n’est pas enregistrée"
        errors={Object.entries(errors).map(([name, message]) => ({
          fieldId: fieldId(name),
          message,
        }))}
      />
      <PageTitle
        title="Attester le local"
        eyebrow={`${opened.structure.organisation.name} · ${place.name}`}
      />
      <Alert kind={place.attestation.kind === 'valid' ? 'info' : 'warning'}>
        <p>{attestationText(place.attestation, formatShortDate)}.</p>
      </Alert>
      <Form action={opened.paths.attestRoom(place.id)}>
        <Card>
          <div class="stack">
            <Checkboxes
              name="items"
              legend="Ce que le local offre aujourd’hui"
              hint="Ne cochez que ce qui est là. Tout est demandé, sauf les haut-parleurs. Un local incomplet est enregistré comme tel."
              need="optional"
              values={allValues(values, 'items')}
              options={ROOM_ITEMS.map((item) => ({
                value: item,
                label: capitalise(itemTexts[item]),
                ...(item === 'speakers' ? { hint: 'Facultatif.' } : {}),
              }))}
            />
            <TextField
              {...field('validUntil')}
              type="date"
              label="Valable jusqu’au"
              hint="Ce jour compris. Un an le plus souvent."
              width="medium"
            />
          </div>
        </Card>
        <Button>Attester ce local</Button>
      </Form>
    </div>
  );
}

import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import { Alert } from '#ui/alert.tsx';
import { Button, ButtonLink, ButtonRow } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { TextField, fieldId } from '#ui/field.tsx';
import { ErrorSummary, Form } from '#ui/form.tsx';
import { formatShortDate } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import type { StructureMember } from '../../use-cases/read-structures.ts';
import { fieldStates } from '../fields.ts';
import type { OpenedStructure } from '../structure-of.ts';
import { fullName, roleTexts } from '../texts.ts';

export interface EndMemberPageProps {
  readonly opened: OpenedStructure;
  readonly member: StructureMember;
  readonly values: FormValues;
  readonly errors: FormErrors;
}

/** SM-93: what ending a role does, said before it is done. */
export function EndMemberPage({ opened, member, values, errors }: EndMemberPageProps) {
  const field = fieldStates(values, errors);
  const others = opened.structure.members.filter(
    ({ role, personId }) => role === 'adviser' && personId !== member.personId,
  );
  const isAdviser = member.role === 'adviser';
  return (
    <div class="stack stack--loose">
      <ErrorSummary
        title="La fin n’est pas enregistrée"
        errors={Object.entries(errors).map(([name, message]) => ({
          fieldId: fieldId(name),
          message,
        }))}
      />
      <PageTitle
        title={`Mettre fin au rôle de ${fullName(member.person)}`}
        eyebrow={opened.structure.organisation.name}
        lead={`${roleTexts[member.role]} depuis le ${formatShortDate(member.from)}.`}
      />
      <Alert kind="info" title="Ce que cela change">
        <ul>
          {isAdviser && <li>Ses créneaux s’arrêtent après le dernier jour choisi.</li>}
          {isAdviser && (
            <li>
              Les entretiens déjà pris après ce jour ne sont pas annulés d’eux-mêmes : déplacez-les,
              confiez-les à un collègue ou annulez-les depuis son calendrier.
            </li>
          )}
          <li>Dès le lendemain, cette personne ne peut plus agir pour la structure.</li>
          <li>Ce qui a été fait avant reste, avec son nom.</li>
        </ul>
      </Alert>
      {isAdviser && others.length === 0 && (
        <Alert kind="warning" title="C’est le dernier opérateur de la structure">
          <p>
            Sans opérateur désigné, la structure sera suspendue : plus aucun créneau ne sera montré
            pour elle.
          </p>
        </Alert>
      )}
      <Form action={opened.paths.endMember(member.id)}>
        <Card>
          <div class="stack">
            <TextField
              {...field('until')}
              type="date"
              label="Dernier jour"
              hint="Ce jour compris."
              width="medium"
            />
            <TextField
              {...field('reason')}
              label="Raison"
              hint="Gardée avec ce changement, lue par la coordination."
              maxLength={300}
            />
          </div>
        </Card>
        <ButtonRow>
          <Button kind="danger">Enregistrer la fin</Button>
          <ButtonLink href={opened.paths.home} kind="quiet">
            Ne rien changer
          </ButtonLink>
        </ButtonRow>
      </Form>
    </div>
  );
}

import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import { oneValue } from '#platform/http/forms.ts';
import { Button } from '#ui/button.tsx';
import { Card, SummaryList } from '#ui/card.tsx';
import { SelectField, TextField, fieldId } from '#ui/field.tsx';
import { ErrorSummary, Form } from '#ui/form.tsx';
import { formatShortDate } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import { Table } from '#ui/table.tsx';
import type { RecordedFact } from '../../rules/booking-facts.ts';
import { BOOKING_FACT_KINDS, currentFacts } from '../../rules/booking-facts.ts';
import type { Structure, StructuresView } from '../../use-cases/read-structures.ts';
import { networkPaths } from '../paths.ts';
import { StandingBadge } from '../structures/page.tsx';
import { attestationText, factTexts, roleTexts } from '../texts.ts';
import { STRUCTURE_SUBJECT } from './form.ts';

export interface StructurePageProps extends StructuresView {
  readonly structure: Structure;
  /** The form to record a date is shown to those who may; `null` to others. */
  readonly form: { readonly values: FormValues; readonly errors: FormErrors } | null;
}

function nameOf({ members }: Structure, fact: RecordedFact): string {
  if (!fact.personId) return 'La structure';
  const person = members.find((one) => one.personId === fact.personId)?.person;
  return person ? fullName(person) : 'Une personne partie';
}

function fullName(person: {
  readonly givenName: string;
  readonly familyName: string | null;
}): string {
  return [person.givenName, person.familyName].filter(Boolean).join(' ');
}

function factWords(structure: Structure, fact: RecordedFact): string {
  const when = fact.date ? formatShortDate(fact.date) : 'retirée';
  return `${factTexts[fact.kind]} – ${nameOf(structure, fact)} – ${when}`;
}

export function StructurePage(props: StructurePageProps) {
  const { network, structure, form } = props;
  const { organisation, members, places } = structure;
  return (
    <div class="stack stack--loose">
      {form && (
        <ErrorSummary
          title="La date n’est pas enregistrée"
          errors={Object.entries(form.errors).map(([name, message]) => ({
            fieldId: fieldId(name),
            message,
          }))}
        />
      )}
      <PageTitle
        title={organisation.name}
        eyebrow={network.name}
        lead={<StandingBadge {...structure} />}
      />
      <Card title="Lieux d’accueil" level={2} as="section">
        <SummaryList
          facts={places.map((place) => ({
            label: place.name,
            value: `${place.address}. ${attestationText(place.attestation, formatShortDate)}.`,
          }))}
        />
      </Card>
      <Table
        caption="Personnes"
        narrow="stack"
        rows={members}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            header: 'Nom',
            cell: ({ person }) => (person ? fullName(person) : 'Personne effacée'),
          },
          { key: 'role', header: 'Rôle', cell: ({ role }) => roleTexts[role] },
          { key: 'from', header: 'Depuis le', cell: ({ from }) => formatShortDate(from) },
          {
            key: 'until',
            header: 'Jusqu’au',
            cell: ({ until }) => (until ? formatShortDate(until) : 'sans fin prévue'),
          },
        ]}
      />
      <FactsTable structure={structure} />
      {form && <FactForm {...props} form={form} />}
    </div>
  );
}

function FactsTable({ structure }: { readonly structure: Structure }) {
  const current = new Set(currentFacts(structure.facts).map(({ id }) => id));
  return (
    <Table
      caption="Dates enregistrées"
      narrow="stack"
      rows={structure.facts}
      rowKey={({ id }) => id}
      columns={[
        { key: 'kind', header: 'Quoi', cell: ({ kind }) => factTexts[kind] },
        { key: 'who', header: 'Pour', cell: (fact) => nameOf(structure, fact) },
        {
          key: 'date',
          header: 'Date',
          cell: ({ date }) => (date ? formatShortDate(date) : 'retirée'),
        },
        {
          key: 'counts',
          header: 'Compte',
          cell: ({ id }) => (current.has(id) ? 'oui' : 'non, remplacée'),
        },
        { key: 'note', header: 'Note', cell: ({ note }) => note ?? '' },
      ]}
    />
  );
}

function FactForm({
  network,
  structure,
  form,
}: StructurePageProps & { form: NonNullable<StructurePageProps['form']> }) {
  const { organisation, members } = structure;
  const { values, errors } = form;
  const people = new Map(members.map((one) => [one.personId, one.person]));
  const field = (name: string) => ({ name, value: oneValue(values, name), error: errors[name] });
  return (
    <Card title="Enregistrer une date" level={2} as="section" id="enregistrer">
      <Form method="post" action={networkPaths.recordFact(network.slug, organisation.id)}>
        <SelectField
          {...field('subject')}
          label="Pour"
          need="required"
          options={[
            { value: STRUCTURE_SUBJECT, label: 'La structure' },
            ...[...people].map(([id, person]) => ({
              value: id,
              label: person ? fullName(person) : 'Personne effacée',
            })),
          ]}
        />
        <SelectField
          {...field('kind')}
          label="Ce que la date marque"
          need="required"
          options={BOOKING_FACT_KINDS.map((kind) => ({ value: kind, label: factTexts[kind] }))}
        />
        <TextField
          {...field('date')}
          type="date"
          label="Date"
          hint="Laissez vide pour retirer la date choisie plus bas."
          need="optional"
        />
        <SelectField
          {...field('supersedes')}
          label="Elle remplace"
          need="optional"
          emptyLabel={'Rien\u00a0: c’est une nouvelle date'}
          options={currentFacts(structure.facts).flatMap(({ id }) => {
            const fact = structure.facts.find((one) => one.id === id);
            return fact ? [{ value: id, label: factWords(structure, fact) }] : [];
          })}
        />
        <TextField {...field('note')} label="Note" need="optional" maxLength={500} />
        <Button>Enregistrer la date</Button>
      </Form>
    </Card>
  );
}

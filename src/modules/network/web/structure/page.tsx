import { oneValue } from '#platform/http/forms.ts';
import { Alert } from '#ui/alert.tsx';
import { Button } from '#ui/button.tsx';
import { Card, SummaryList } from '#ui/card.tsx';
import { SelectField, TextField, fieldId } from '#ui/field.tsx';
import { ErrorSummary, Form } from '#ui/form.tsx';
import { formatPhone, formatShortDate } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import { Table } from '#ui/table.tsx';
import type { RecordedFact } from '../../rules/booking-facts.ts';
import { BOOKING_FACT_KINDS, currentFacts } from '../../rules/booking-facts.ts';
import type { Structure } from '../../use-cases/read-structures.ts';
import { networkPaths } from '../paths.ts';
import { StandingBadge } from '../structures/page.tsx';
import { factTexts, fullName, legalFormTexts } from '../texts.ts';
import { DoneAlert } from './done.tsx';
import { PeopleCard } from './people.tsx';
import { PlacesCard } from './places.tsx';
import type { StructurePageProps } from './props.ts';
import { STRUCTURE_SUBJECT } from './form.ts';

function nameOf({ members, formerMembers }: Structure, fact: RecordedFact): string {
  if (!fact.personId) return 'La structure';
  const person = [...members, ...formerMembers].find(
    (one) => one.personId === fact.personId,
  )?.person;
  return person ? fullName(person) : 'Une personne partie';
}

function factWords(structure: Structure, fact: RecordedFact): string {
  const when = fact.date ? formatShortDate(fact.date) : 'retirée';
  return `${factTexts[fact.kind]} – ${nameOf(structure, fact)} – ${when}`;
}

export function StructurePage(props: StructurePageProps) {
  const { network, structure, form, done } = props;
  const { organisation } = structure;
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
      <DoneAlert done={done.what} on={done.on} />
      <PageTitle
        title={organisation.name}
        eyebrow={network.name}
        lead={<StandingBadge {...structure} />}
      />
      {structure.standing === 'no-operator' && (
        <Alert kind="warning" title="Structure suspendue">
          <p>
            Aucun opérateur n’est désigné : aucun créneau n’est montré pour elle. Ajoutez-en au
            moins un.
          </p>
        </Alert>
      )}
      <Identity structure={structure} />
      <PlacesCard {...props} />
      <PeopleCard {...props} />
      <FactsTable structure={structure} />
      {form && <FactForm {...props} form={form} />}
    </div>
  );
}

function Identity({ structure }: { readonly structure: Structure }) {
  const { organisation, affiliations } = structure;
  const { representative, siret, phone, email, address } = organisation;
  const facts = [
    ['Forme juridique', legalFormTexts[organisation.legalForm]],
    ['SIRET', siret?.replace(/^(\d{3})(\d{3})(\d{3})/, '$1 $2 $3 ')],
    [
      'Représentée par',
      representative && [representative.name, representative.quality].filter(Boolean).join(', '),
    ],
    ['Adresse', address],
    ['Téléphone', phone && formatPhone(phone)],
    ['Courriel', email],
    ['Dans le réseau', affiliations.map(affiliationWords).join(' ; ')],
  ] as const;
  return (
    <Card title="La structure" level={2} as="section">
      <SummaryList facts={facts.flatMap(([label, value]) => (value ? [{ label, value }] : []))} />
    </Card>
  );
}

function affiliationWords({ from, until }: Structure['affiliations'][number]): string {
  return until
    ? `du ${formatShortDate(from)} au ${formatShortDate(until)}`
    : `depuis le ${formatShortDate(from)}`;
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
              label: fullName(person),
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

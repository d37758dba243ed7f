import type { ComponentChildren } from 'preact';
import { Card } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { SelectField, TextField } from '#ui/field.tsx';
import { FRENCH_ZONES } from '../zones.ts';

export type FieldOf = (name: string) => {
  readonly name: string;
  readonly value: string;
  readonly error: string | undefined;
};

export function Part({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <Card title={title} level={2} as="section">
      <div class="stack">{children}</div>
    </Card>
  );
}

interface NumberProps {
  readonly field: FieldOf;
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly need?: 'required' | 'optional';
}

export function NumberField({ field, name, label, hint, need = 'required' }: NumberProps) {
  return (
    <TextField
      {...field(name)}
      label={label}
      hint={hint}
      need={need}
      inputMode="numeric"
      width="short"
    />
  );
}

export function Booking({ field }: { readonly field: FieldOf }) {
  return (
    <Part title="Créneaux et rendez-vous">
      <NumberField
        field={field}
        name="slotMinutes"
        label="Durée d’un entretien, en minutes"
        hint="Proposée pour chaque nouvelle plage d’ouverture. Les plages existantes gardent la leur."
      />
      <NumberField
        field={field}
        name="minimumNoticeHours"
        label="Délai minimum avant un créneau, en heures"
        hint="La convention écrit « dans un délai de 48 h ». Nous lisons : le public ne réserve plus un créneau qui commence dans moins de 48 heures. Les professionnels ne sont pas concernés."
      />
      <NumberField
        field={field}
        name="confirmWithinHours"
        label="Délai pour confirmer, en heures"
        hint="L’autre lecture de ces « 48 h ». Aujourd’hui chaque rendez-vous est confirmé tout de suite : ce délai ne compterait que si une structure devait confirmer elle-même."
      />
      <NumberField
        field={field}
        name="furthestDays"
        label="Dernier jour montré, en jours"
        hint="Jusqu’à combien de jours devant soi le public voit des créneaux."
      />
      <NumberField
        field={field}
        name="weeklyMinimumSlots"
        label="Créneaux par semaine et par structure"
        hint="En dessous, la structure et la coordination sont averties. Se compte par structure, non par conseiller."
      />
      <NumberField
        field={field}
        name="holdMinutes"
        label="Créneau gardé pendant le formulaire, en minutes"
        hint="Ensuite il redevient libre pour les autres."
      />
    </Part>
  );
}

export function Callbacks({ field }: { readonly field: FieldOf }) {
  return (
    <Part title="Demandes de rappel">
      <NumberField
        field={field}
        name="contactDelayMin"
        label="Délai promis le plus court, en jours"
        hint="Un professionnel ne peut pas annoncer moins."
      />
      <NumberField
        field={field}
        name="contactDelayMax"
        label="Délai promis le plus long, en jours"
        hint="Un professionnel ne peut pas annoncer plus."
      />
      <Radios
        {...field('calendarDays')}
        legend="Ces délais se comptent en jours"
        layout="row"
        options={[
          { value: 'calendaires', label: 'calendaires' },
          { value: 'ouvres', label: 'ouvrés' },
        ]}
      />
    </Part>
  );
}

export function Messages({ field }: { readonly field: FieldOf }) {
  return (
    <Part title="Messages">
      <TextField
        {...field('reminders')}
        label="Rappels, en heures avant l’entretien"
        hint="Du plus éloigné au plus proche, par exemple « 48, 3 ». Vide : aucun rappel."
        need="optional"
        width="medium"
      />
      <NumberField
        field={field}
        name="quietFrom"
        label="Silence à partir de, en heures"
        hint="Le soir, plus rien ne part, sauf ce qu’une personne vient de demander."
      />
      <NumberField
        field={field}
        name="quietUntil"
        label="Silence jusqu’à, en heures"
        hint="À l’heure du lieu."
      />
      <TextField
        {...field('videoPattern')}
        label="Adresse des visioconférences"
        hint="Avec {code}, remplacé par un code tiré pour chaque entretien. Vide : chaque conseiller donne sa propre salle."
        need="optional"
      />
      <TextField
        {...field('mailFrom')}
        label="Expéditeur des messages"
        hint="Par exemple : So Mobilité <rdv@exemple.fr>. Vide : celui de la plateforme."
        need="optional"
      />
      <NumberField
        field={field}
        name="smsDailyCap"
        label="SMS par jour, au plus"
        hint="Au-delà, rien ne part par SMS ce jour-là : le coût reste maîtrisé."
      />
    </Part>
  );
}

export function Keeping({ field }: { readonly field: FieldOf }) {
  return (
    <Part title="Données et calendrier">
      <NumberField
        field={field}
        name="youthFileMonths"
        label="Dossier d’un jeune gardé, en mois"
        hint="Après le dernier contact. Ensuite il n’a plus de nom."
      />
      <NumberField
        field={field}
        name="unansweredMonths"
        label="Demande sans suite gardée, en mois"
        hint="Quand rien n’en est sorti."
      />
      <SelectField
        {...field('timeZone')}
        label="Fuseau horaire du réseau"
        hint="Date ce qui appartient au réseau lui-même. Chaque lieu d’accueil a son propre fuseau."
        width="medium"
        options={zoneOptions(field('timeZone').value)}
      />
    </Part>
  );
}

/** The zone that holds now is offered even when it is not one of the usual ones. */
function zoneOptions(current: string) {
  const known = FRENCH_ZONES.some(({ zone }) => zone === current);
  return [
    ...FRENCH_ZONES.map(({ zone, label }) => ({ value: zone, label })),
    ...(known || current === '' ? [] : [{ value: current, label: current }]),
  ];
}

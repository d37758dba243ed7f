import { Badge, Tag, TagList } from '../alert.tsx';
import { Button, ButtonLink, ButtonRow, type ButtonKind } from '../button.tsx';
import { Checkbox, Checkboxes, DateField, Fieldset, Radios } from '../choice.tsx';
import { fieldId, SelectField, TextArea, TextField } from '../field.tsx';
import { ErrorSummary, Form, Honeypot } from '../form.tsx';

const KINDS: readonly { kind: ButtonKind; words: string }[] = [
  { kind: 'primary', words: 'Continuer' },
  { kind: 'secondary', words: 'Voir d’autres jours' },
  { kind: 'quiet', words: 'Revenir' },
  { kind: 'danger', words: 'Annuler le rendez-vous' },
];

export function ButtonSection() {
  return (
    <section class="stack" aria-labelledby="boutons">
      <h2 id="boutons">Boutons</h2>
      <ButtonRow>
        {KINDS.map(({ kind, words }) => (
          <Button key={kind} kind={kind} type="button">
            {words}
          </Button>
        ))}
      </ButtonRow>
      <ButtonRow>
        <Button size="large" type="button" iconAfter="arrow-right">
          Prendre rendez-vous
        </Button>
        <ButtonLink
          href="#boutons"
          kind="secondary"
          icon="calendar"
          about="du rendez-vous du 3 mai"
        >
          Ajouter à mon agenda
        </ButtonLink>
        <Button size="small" kind="secondary" type="button" icon="printer">
          Imprimer
        </Button>
        <Button type="button" disabled>
          Pas encore possible
        </Button>
      </ButtonRow>
      <TagList>
        <Badge>À venir</Badge>
        <Badge tone="success">Confirmé</Badge>
        <Badge tone="warning">En retard</Badge>
        <Badge tone="danger">Annulé</Badge>
        <Badge tone="info">Proposé</Badge>
        <Badge tone="warm" icon="bell">
          À faire
        </Badge>
        <Badge tone="cool" icon="place">
          Sur place
        </Badge>
        <Tag icon="video">Visio</Tag>
        <Tag href="#boutons">Anglais</Tag>
      </TagList>
    </section>
  );
}

export function FieldSection() {
  return (
    <section class="stack" aria-labelledby="champs">
      <h2 id="champs">Champs</h2>
      <Form action="#champs" label="Exemple de formulaire">
        <Honeypot name="site" label="Laisse ce champ vide" />
        <TextField
          name="given-name"
          label="Ton prénom ou un pseudo"
          autocomplete="given-name"
          width="medium"
        />
        <TextField
          name="email"
          type="email"
          label="Ton adresse e-mail"
          hint="Pour t’envoyer la confirmation. Rien d’autre."
          autocomplete="email"
          value="camille@exemple.fr"
        />
        <TextField
          name="tel"
          type="tel"
          label="Ton téléphone"
          need="optional"
          autocomplete="tel"
          width="medium"
        />
        <DateField
          name="birth"
          legend="Ta date de naissance"
          hint="Par exemple 3 5 2009"
          autocomplete="bday"
        />
        <SelectField
          name="mode"
          label="Comment veux-tu parler ?"
          emptyLabel="Choisis…"
          value="video"
          options={[
            { value: 'place', label: 'Sur place' },
            { value: 'video', label: 'En visio', group: 'À distance' },
            { value: 'phone', label: 'Par téléphone', group: 'À distance' },
          ]}
        />
        <SelectField
          name="language"
          label="Langue"
          need="optional"
          width="medium"
          emptyLabel="Peu importe"
          options={[{ value: 'en', label: 'Anglais' }]}
        />
        <TextField
          name="postcode"
          label="Code postal"
          inputMode="numeric"
          width="short"
          autocomplete="postal-code"
          maxLength={5}
        />
        <TextArea
          name="project"
          label="Ton projet en quelques mots"
          hint="Deux ou trois phrases suffisent."
          need="optional"
        />
        <Button iconAfter="arrow-right" wide>
          Continuer
        </Button>
      </Form>
    </section>
  );
}

export function ChoiceSection() {
  return (
    <section class="stack stack--loose" aria-labelledby="choix">
      <h2 id="choix">Choix</h2>
      <Radios
        name="who"
        legend="Ce rendez-vous est pour qui ?"
        value="me"
        options={[
          { value: 'me', label: 'Pour moi' },
          {
            value: 'other',
            label: 'Pour quelqu’un d’autre',
            hint: 'Un ami, une sœur, un jeune que tu suis.',
          },
          { value: 'group', label: 'Pour un groupe', disabled: true },
        ]}
      />
      <Radios
        name="yes"
        legend="As-tu déjà un projet ?"
        layout="row"
        options={[
          { value: 'yes', label: 'Oui' },
          { value: 'no', label: 'Non' },
        ]}
      />
      <Checkboxes
        name="needs"
        legend="De quoi as-tu besoin pour venir ?"
        need="optional"
        values={['lift']}
        options={[
          { value: 'lift', label: 'Un accès sans marche' },
          { value: 'sign', label: 'La langue des signes' },
        ]}
      />
      <Fieldset id="accord" legend="Accord" legendSize="title">
        <Checkbox name="agree" label="J’accepte qu’on me rappelle" need="required" />
      </Fieldset>
    </section>
  );
}

export function ErrorSection() {
  return (
    <section class="stack stack--loose" aria-labelledby="erreurs-exemple">
      <h2 id="erreurs-exemple">Erreurs</h2>
      <ErrorSummary
        title="Il manque deux choses"
        errors={[
          {
            fieldId: fieldId('wrong-email'),
            message: 'Écris ton adresse e-mail, par exemple lea@exemple.fr',
          },
          { fieldId: fieldId('wrong-birth'), message: 'Le mois doit être entre 1 et 12' },
          { fieldId: fieldId('wrong-place'), message: 'Choisis un lieu' },
        ]}
      />
      <TextField
        name="wrong-email"
        type="email"
        label="Adresse e-mail"
        value="lea@"
        error="Écris ton adresse e-mail, par exemple lea@exemple.fr"
        autocomplete="email"
      />
      <DateField
        name="wrong-birth"
        legend="Date de naissance"
        value={{ day: '3', month: '15', year: '2009' }}
        error="Le mois doit être entre 1 et 12"
        wrongParts={['month']}
      />
      <Radios
        name="wrong-place"
        legend="Lieu"
        error="Choisis un lieu"
        options={[
          { value: 'gueret', label: 'Guéret' },
          { value: 'limoges', label: 'Limoges' },
        ]}
      />
      <SelectField
        name="wrong-select"
        label="Langue"
        error="Choisis une langue"
        options={[{ value: 'fr', label: 'Français' }]}
      />
      <TextArea name="wrong-text" label="Message" error="Écris au moins quelques mots" />
      <Checkbox
        name="wrong-box"
        label="J’ai lu la charte"
        need="required"
        error="Coche la case pour continuer"
      />
    </section>
  );
}

import { Alert } from '#ui/alert.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card, SummaryList } from '#ui/card.tsx';
import { Checkbox, DateField, Radios } from '#ui/choice.tsx';
import { TextArea, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { capitalise, formatDay, formatTimeRange } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import { Steps } from '#ui/paging.tsx';
import { oneValue } from '#platform/http/forms.ts';
import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import { CommuneField } from '#modules/territories/ui.tsx';
import type { CommuneMatch } from '#modules/territories/index.ts';
import { needsConsent } from '../../../rules/manual-booking.ts';
import type { Desk, DeskChoice, DeskSlot } from '../../../use-cases/open-desk.ts';
import { modeLabels, zonedAt } from '../../words.ts';
import { GuardianFields } from '../../guardian-fields.tsx';
import { writeSlot } from '../../slot-field.ts';
import { Faults } from '../form-parts.tsx';
import { interviewPaths } from '../interview-paths.ts';
import { DESK_STEPS } from './choose-page.tsx';
import { departureWords } from './texts.ts';

export interface PersonPageProps {
  readonly desk: Desk;
  readonly choice: DeskChoice;
  /** As it stands now; null when that time cannot be had at all. */
  readonly slot: DeskSlot | null;
  /** Why not, said at the head. */
  readonly refusal: string | null;
  readonly values: FormValues;
  readonly errors: FormErrors;
  readonly communeChoices?: readonly CommuneMatch[];
  /** Secret of this form: sent twice, it books once. */
  readonly formToken: string;
  readonly smsOffered: boolean;
}

/** Second screen: who comes, by which way they asked; what is in the way of that time is said before anything is written. */
export function PersonPage(props: PersonPageProps) {
  const { desk, refusal, errors } = props;
  const { personId } = desk.calendar;
  return (
    <>
      <Steps steps={DESK_STEPS} current={2} />
      <Faults errors={errors} />
      {refusal && (
        <Alert kind="warning" live="alert" title={refusal}>
          <p>
            Ce que vous avez écrit est gardé.{' '}
            <a href={interviewPaths.create({ personId, mode: props.choice.mode })}>
              Choisir une autre heure
            </a>
          </p>
        </Alert>
      )}
      <PageTitle title="Pour qui ?" eyebrow={desk.structure.name} />
      <Chosen {...props} />
      <PersonForm {...props} />
    </>
  );
}

function Chosen({ desk, choice, slot }: PersonPageProps) {
  const { calendar, structure } = desk;
  const zone = slot?.zone ?? calendar.zone;
  const start = zonedAt(choice.start, zone);
  const end = slot && zonedAt(slot.end, zone);
  const place = structure.places.find((one) => one.id === choice.placeId);
  const hours = end ? formatTimeRange(start, end) : '';
  return (
    <Card
      tone="cool"
      title="Le rendez-vous"
      level={2}
      icon="calendar"
      actions={
        <ButtonLink
          href={interviewPaths.create({ personId: calendar.personId, mode: choice.mode })}
          kind="quiet"
          size="small"
        >
          Choisir une autre heure
        </ButtonLink>
      }
    >
      <SummaryList
        facts={[
          { label: 'Quand', value: `${capitalise(formatDay(start))}${hours ? `, ${hours}` : ''}` },
          { label: 'Avec', value: calendar.name },
          { label: 'Comment', value: place?.name ?? modeLabels[choice.mode] },
        ]}
      />
    </Card>
  );
}

function PersonForm(props: PersonPageProps) {
  const { choice, values, errors, formToken } = props;
  const hidden = {
    creneau: writeSlot(choice),
    cle: formToken,
    ...(choice.minutes === null ? {} : { duree: String(choice.minutes) }),
  };
  return (
    <Form action={interviewPaths.createFor()} hidden={hidden}>
      <InTheWay {...props} />
      <Radios
        name="origine"
        legend="Comment cette personne est-elle venue ?"
        layout="row"
        options={[
          { value: 'telephone', label: 'Par téléphone' },
          { value: 'sur-place', label: 'Sur place' },
        ]}
        value={oneValue(values, 'origine')}
        error={errors['origine']}
      />
      <TextField
        name="prenom"
        label="Prénom ou pseudonyme"
        maxLength={80}
        value={oneValue(values, 'prenom')}
        error={errors['prenom']}
        autocomplete="off"
      />
      <Contacts {...props} />
      <DateField
        name="naissance"
        legend="Date de naissance"
        hint="Elle permet de retrouver son dossier. Exemple : 27 3 2008"
        value={{
          day: oneValue(values, 'naissance-day'),
          month: oneValue(values, 'naissance-month'),
          year: oneValue(values, 'naissance-year'),
        }}
        error={errors['naissance']}
      />
      <Where {...props} />
      <TextArea
        name="projet"
        label="Son idée en quelques mots"
        need="optional"
        rows={3}
        maxLength={1000}
        value={oneValue(values, 'projet')}
        error={errors['projet']}
      />
      <TextArea
        name="acces"
        label="Ce dont la personne a besoin pour venir ou pour échanger"
        hint="Fauteuil, langue des signes, quelqu’un avec soi… sans dire pourquoi."
        need="optional"
        rows={2}
        maxLength={1000}
        value={oneValue(values, 'acces')}
        error={errors['acces']}
      />
      {props.desk.calendar.network.settings.underFifteenConsent && (
        <GuardianFields
          values={values}
          errors={errors}
          summary="Si la personne a moins de 15 ans"
          agreement="Un parent est d’accord pour ce rendez-vous"
        />
      )}
      <p class="soft">
        Dites-lui que ces réponses servent à préparer l’entretien, que vous et votre coordination
        les lisez, et qu’elle peut les faire effacer. <a href="/donnees-personnelles">Ses droits</a>
      </p>
      <Button size="large" icon="check">
        Confirmer le rendez-vous
      </Button>
    </Form>
  );
}

/** What is in the way; a box to tick when it may not be done by inattention. */
function InTheWay({ slot, values, errors }: PersonPageProps) {
  if (!slot || slot.departures.length === 0) return null;
  const consent = needsConsent(slot.departures);
  return (
    <Alert
      kind={consent ? 'warning' : 'info'}
      title={consent ? 'Cette heure n’est pas libre' : 'Cette heure est hors des créneaux'}
    >
      <ul>
        {departureWords(slot.departures, slot.zone).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {consent && (
        <Checkbox
          name="enPlus"
          label="Je prends ce rendez-vous en plus, je sais que l’heure n’est pas libre"
          need="required"
          checked={oneValue(values, 'enPlus') === 'oui'}
          error={errors['enPlus']}
        />
      )}
    </Alert>
  );
}

function Contacts({ values, errors, smsOffered }: PersonPageProps) {
  const one = 'L’e-mail ou le téléphone, l’un des deux suffit.';
  return (
    <>
      <TextField
        name="email"
        type="email"
        label="E-mail"
        hint={
          smsOffered
            ? one
            : `${one} Sans e-mail, aucun message ne part d’ici : donnez l’heure par écrit.`
        }
        need="unsaid"
        autocomplete="off"
        value={oneValue(values, 'email')}
        error={errors['email']}
      />
      <TextField
        name="telephone"
        type="tel"
        label="Téléphone"
        need="unsaid"
        width="medium"
        autocomplete="off"
        value={oneValue(values, 'telephone')}
        error={errors['telephone']}
      />
    </>
  );
}

function Where({ desk, values, errors, communeChoices }: PersonPageProps) {
  const { territory } = desk.calendar.network;
  return (
    <CommuneField
      label="La commune où la personne habite"
      value={{ code: oneValue(values, 'communeCode'), text: oneValue(values, 'commune') }}
      {...(errors['commune'] ? { error: errors['commune'] } : {})}
      {...(communeChoices ? { choices: communeChoices } : {})}
      {...(territory.kind === 'region' ? { preferRegion: territory.code } : {})}
    />
  );
}

import { Alert } from '#ui/alert.tsx';
import { Button } from '#ui/button.tsx';
import { Card, SummaryList } from '#ui/card.tsx';
import { Checkbox, DateField } from '#ui/choice.tsx';
import { fieldId, TextArea, TextField } from '#ui/field.tsx';
import { ErrorSummary, Form, Honeypot } from '#ui/form.tsx';
import { formatTime } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import { Steps } from '#ui/paging.tsx';
import { oneValue } from '#platform/http/forms.ts';
import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import type { Network } from '#modules/network/index.ts';
import { CommuneField } from '#modules/territories/ui.tsx';
import type { CommuneMatch } from '#modules/territories/index.ts';
import { STEPS } from '../search/page.tsx';
import { GuardianFields } from '../guardian-fields.tsx';
import { SlotDays } from '../slot-list.tsx';
import { addressed, modeLabels, whenOf } from '../words.ts';
import { bookingPaths } from '../paths.ts';
import type { OfferedSlot } from '../../use-cases/list-day-slots.ts';
import type { SlotAsked } from '../../use-cases/choose-slot.ts';
import { writeSlot } from '../slot-field.ts';

export interface DetailsPageProps {
  readonly network: Network;
  readonly action: string;
  readonly releaseAction: string;
  readonly slot: SlotAsked;
  readonly shown: {
    readonly zone: string;
    readonly adviserName: string;
    readonly placeName: string | null;
    /** When the slot is given back; null once it was. */
    readonly expiresAt: Temporal.Instant | null;
  };
  readonly values: FormValues;
  readonly errors: FormErrors;
  readonly communeChoices?: readonly CommuneMatch[];
  /** Without an SMS gateway a phone alone would receive nothing. */
  readonly smsOffered: boolean;
  readonly today: Temporal.PlainDate;
  /** The slot has gone: the same form takes one of these instead. */
  readonly instead?: { readonly message: string; readonly slots: readonly OfferedSlot[] };
}

/** Second of the three screens: who comes, and what about. */
export function DetailsPage(props: DetailsPageProps) {
  const { network, errors } = props;
  const by = addressed(network.wording);
  const fields = Object.entries(errors).map(([name, message]) => ({
    fieldId: fieldId(name),
    message,
  }));
  return (
    <>
      <Steps steps={STEPS} current={2} />
      <ErrorSummary title="Il manque quelque chose" errors={fields} />
      <PageTitle title={by('Dis-nous qui tu es', 'Dites-nous qui vous êtes')} />
      {props.instead ? <Gone {...props} /> : <Chosen {...props} />}
      <DetailsForm {...props} />
    </>
  );
}

function Chosen({ network, slot, shown, releaseAction }: DetailsPageProps) {
  const by = addressed(network.wording);
  return (
    <Card tone="cool" title={by('Ton créneau', 'Votre créneau')} level={2} icon="calendar">
      <SummaryList
        facts={[
          { label: 'Quand', value: whenOf(slot.start, shown.zone) },
          { label: 'Avec', value: shown.adviserName },
          { label: 'Comment', value: shown.placeName ?? modeLabels[slot.mode] },
        ]}
      />
      {shown.expiresAt && (
        <p>
          {by('Il est gardé pour toi jusqu’à', 'Il est gardé pour vous jusqu’à')}{' '}
          <strong>{formatTime(shown.expiresAt.toZonedDateTimeISO(shown.zone))}</strong>. Après, nous
          regarderons s’il est encore libre : rien de ce qui est écrit ne sera perdu.
        </p>
      )}
      <Form action={releaseAction} layout="line">
        <Button kind="quiet" size="small">
          Choisir un autre créneau
        </Button>
      </Form>
    </Card>
  );
}

function Gone({ network, instead, slot }: DetailsPageProps) {
  const by = addressed(network.wording);
  const left = instead?.slots.length ?? 0;
  return (
    <Alert kind="warning" live="alert" title={instead?.message}>
      <p>
        {left > 0
          ? by(
              'Ce que tu as écrit est gardé. Choisis un autre créneau en bas de la page : il sera confirmé tout de suite.',
              'Ce que vous avez écrit est gardé. Choisissez un autre créneau en bas de la page : il sera confirmé tout de suite.',
            )
          : by(
              'Ce que tu as écrit est gardé, mais il ne reste rien ici.',
              'Ce que vous avez écrit est gardé, mais il ne reste rien ici.',
            )}
      </p>
      <p>
        <a
          href={bookingPaths.slots(network.slug, {
            mode: slot.mode,
            placeId: slot.placeId,
            commune: null,
          })}
        >
          Voir tous les créneaux
        </a>
      </p>
    </Alert>
  );
}

function DetailsForm(props: DetailsPageProps) {
  const { network, action, slot, values, errors, instead } = props;
  const by = addressed(network.wording);
  return (
    <Form action={action} hidden={instead ? {} : { creneau: writeSlot(slot) }}>
      <TextField
        name="prenom"
        label="Prénom ou pseudonyme"
        hint={by(
          'Celui que tu veux : c’est pour savoir comment t’appeler.',
          'Celui que vous voulez : c’est pour savoir comment vous appeler.',
        )}
        autocomplete="given-name"
        maxLength={80}
        value={oneValue(values, 'prenom')}
        error={errors['prenom']}
      />
      <Contacts {...props} />
      <DateField
        name="naissance"
        legend="Date de naissance"
        hint={`Pour vérifier que ces entretiens te concernent${network.settings.ageMax === null ? '' : ` (jusqu’à ${network.settings.ageMax} ans inclus)`} et pour retrouver ton rendez-vous. Exemple : 27 3 2008`
          .replace('te concernent', by('te concernent', 'vous concernent'))
          .replace('ton rendez-vous', by('ton rendez-vous', 'votre rendez-vous'))}
        autocomplete="bday"
        value={{
          day: oneValue(values, 'naissance-day'),
          month: oneValue(values, 'naissance-month'),
          year: oneValue(values, 'naissance-year'),
        }}
        error={errors['naissance']}
      />
      <CommuneField
        label={by('La commune où tu habites', 'La commune où vous habitez')}
        value={{ code: oneValue(values, 'communeCode'), text: oneValue(values, 'commune') }}
        {...(errors['commune'] ? { error: errors['commune'] } : {})}
        {...(props.communeChoices ? { choices: props.communeChoices } : {})}
        {...(network.territory.kind === 'region' ? { preferRegion: network.territory.code } : {})}
      />
      <TextArea
        name="projet"
        label={by('Ton idée en quelques mots', 'Votre idée en quelques mots')}
        hint="Un pays, un stage, un volontariat, ou « je ne sais pas encore » : tout est bienvenu."
        need="optional"
        rows={3}
        maxLength={1000}
        value={oneValue(values, 'projet')}
        error={errors['projet']}
      />
      <TextArea
        name="acces"
        label={by(
          'Ce dont tu as besoin pour venir ou pour échanger',
          'Ce dont vous avez besoin pour venir ou pour échanger',
        )}
        hint="Fauteuil, langue des signes, quelqu’un avec soi… Pas besoin de dire pourquoi."
        need="optional"
        rows={2}
        maxLength={1000}
        value={oneValue(values, 'acces')}
        error={errors['acces']}
      />
      <Checkbox
        name="autre"
        label="C’est pour quelqu’un d’autre : je remplis à sa place, avec son accord"
        checked={oneValue(values, 'autre') === 'oui'}
      />
      {network.settings.underFifteenConsent && (
        <GuardianFields
          values={values}
          errors={errors}
          summary={by('Si tu as moins de 15 ans', 'Si vous avez moins de 15 ans')}
          agreement="Mon parent est d’accord pour ce rendez-vous"
        />
      )}
      <Honeypot name="siteweb" label="Laisser ce champ vide" />
      <Privacy network={network} />
      {instead ? (
        <SlotDays slots={instead.slots} mode={slot.mode} level={2} today={props.today} />
      ) : (
        <Button size="large" icon="check">
          Confirmer le rendez-vous
        </Button>
      )}
    </Form>
  );
}

function Contacts({ network, values, errors, smsOffered }: DetailsPageProps) {
  const by = addressed(network.wording);
  const why = by(
    'Pour t’envoyer la confirmation et le lien pour changer ou annuler.',
    'Pour vous envoyer la confirmation et le lien pour changer ou annuler.',
  );
  return (
    <>
      <TextField
        name="email"
        type="email"
        label="E-mail"
        hint={
          smsOffered
            ? `${why} L’e-mail ou le téléphone, l’un des deux suffit.`
            : `${why} Ce service n’envoie pas de SMS pour le moment : l’e-mail est nécessaire.`
        }
        need={smsOffered ? 'unsaid' : 'required'}
        autocomplete="email"
        value={oneValue(values, 'email')}
        error={errors['email']}
      />
      <TextField
        name="telephone"
        type="tel"
        label="Téléphone"
        hint={
          smsOffered
            ? undefined
            : 'Pour t’appeler si quelque chose change.'.replace(
                't’appeler',
                by('t’appeler', 'vous appeler'),
              )
        }
        need={smsOffered ? 'unsaid' : 'optional'}
        autocomplete="tel"
        width="medium"
        value={oneValue(values, 'telephone')}
        error={errors['telephone']}
      />
    </>
  );
}

function Privacy({ network }: { readonly network: Network }) {
  const by = addressed(network.wording);
  return (
    <Alert
      kind="info"
      title={by('Ce que nous faisons de tes réponses', 'Ce que nous faisons de vos réponses')}
      level={3}
    >
      <p>
        {by(
          'Elles servent à préparer ton entretien. Seules les personnes qui te reçoivent et leur coordination les lisent. Elles sont effacées',
          'Elles servent à préparer votre entretien. Seules les personnes qui vous reçoivent et leur coordination les lisent. Elles sont effacées',
        )}{' '}
        {network.settings.retention.youthFileMonths} mois après le dernier échange. Responsable :{' '}
        {network.controllerName}.{' '}
        <a href="/donnees-personnelles">{by('Tes droits', 'Vos droits')}</a>
      </p>
    </Alert>
  );
}

import { Button, ButtonLink } from '#ui/button.tsx';
import { Card, EmptyState } from '#ui/card.tsx';
import { SelectField, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { formatDay } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import { Steps, Tabs } from '#ui/paging.tsx';
import { oneValue } from '#platform/http/forms.ts';
import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import { APPOINTMENT_MODES } from '../../../rules/calendar.ts';
import type { AppointmentMode } from '../../../rules/calendar.ts';
import type { SlotsFound } from '../../../use-cases/list-day-slots.ts';
import type { CalendarCard } from '../../../use-cases/open-calendar.ts';
import type { Desk } from '../../../use-cases/open-desk.ts';
import { MODE_WORDS } from '../../paths.ts';
import { SlotDays } from '../../slot-list.tsx';
import { SlotsOrNothing } from '../../slots/page.tsx';
import { modeIcons, modeLabels } from '../../words.ts';
import { Faults } from '../form-parts.tsx';
import { interviewPaths } from '../interview-paths.ts';

export const DESK_STEPS = ['Choisir l’heure', 'Pour qui'] as const;

export interface ChoosePageProps {
  readonly desk: Desk;
  readonly mode: AppointmentMode;
  readonly found: SlotsFound;
  readonly today: Temporal.PlainDate;
  /** Others whose calendar the actor may fill. */
  readonly others: readonly CalendarCard[];
  /** Of the form of any free time. */
  readonly values: FormValues;
  readonly errors: FormErrors;
}

/** First of two screens: a slot of the calendar, or any other time. */
export function ChoosePage(props: ChoosePageProps) {
  const { desk, mode, found, today, errors } = props;
  const { personId, name, whose } = desk.calendar;
  return (
    <>
      <Steps steps={DESK_STEPS} current={1} />
      <Faults errors={errors} />
      <PageTitle
        eyebrow={desk.structure.name}
        title="Prendre un rendez-vous pour quelqu’un"
        lead={
          whose === 'own'
            ? 'Au téléphone ou sur place, dans votre calendrier. Aucun délai minimum.'
            : `Au téléphone ou sur place, dans le calendrier de ${name}. Aucun délai minimum.`
        }
      />
      <Whose {...props} />
      <Tabs
        label="Façon de se voir"
        tabs={APPOINTMENT_MODES.map((one) => ({
          href: interviewPaths.create({ personId, mode: one }),
          label: modeLabels[one],
          icon: modeIcons[one],
          current: one === mode,
        }))}
      />
      <SlotsOrNothing
        found={found}
        label={`calendrier de ${name}, à partir du ${formatDay(found.from)}`}
        hrefOf={(from) => interviewPaths.create({ personId, mode, from })}
        otherwise={
          <ButtonLink href="#autre-heure" kind="secondary">
            Choisir une autre heure
          </ButtonLink>
        }
      >
        <Form method="get" action={interviewPaths.createFor()}>
          <SlotDays slots={found.slots} mode={mode} level={2} today={today} />
        </Form>
      </SlotsOrNothing>
      <FreeTime {...props} />
    </>
  );
}

/** The calendar to fill, for who may fill several. */
function Whose({ others, desk, mode }: ChoosePageProps) {
  if (others.length < 2) return null;
  return (
    <Form
      method="get"
      action={interviewPaths.create()}
      layout="line"
      hidden={{ mode: MODE_WORDS[mode] }}
    >
      <AdviserField others={others} value={desk.calendar.personId} />
      <Button kind="secondary">Voir ses créneaux</Button>
    </Form>
  );
}

function AdviserField({
  others,
  value,
}: {
  readonly others: readonly CalendarCard[];
  readonly value?: string;
}) {
  return (
    <SelectField
      name="qui"
      label="Avec"
      need="unsaid"
      width="medium"
      options={others.map(({ personId, name, structures }) => ({
        value: personId,
        label: name,
        ...(structures[0] ? { group: structures[0] } : {}),
      }))}
      {...(value ? { value } : {})}
    />
  );
}

function FreeTime({ desk, mode, values, errors }: ChoosePageProps) {
  const { calendar, structure } = desk;
  const places = structure.places.map((place) => ({
    value: place.id as string,
    label: place.name,
  }));
  return (
    <Card id="autre-heure" title="Une autre heure" level={2} icon="clock" tone="quiet">
      <p>
        Hors de vos plages, ou en plus d’un autre rendez-vous : rien n’est pris avant l’écran
        suivant.
      </p>
      <Form method="get" action={interviewPaths.freeTime} hidden={{ qui: calendar.personId }}>
        <div class="cluster">
          <TextField
            name="date"
            label="Jour"
            type="date"
            width="medium"
            value={oneValue(values, 'date')}
            error={errors['date']}
          />
          <TextField
            name="heure"
            label="Heure"
            type="time"
            width="short"
            value={oneValue(values, 'heure')}
            error={errors['heure']}
          />
          <TextField
            name="duree"
            label="Durée en minutes"
            type="number"
            min="10"
            max="480"
            width="short"
            value={oneValue(values, 'duree') || String(calendar.network.settings.slotMinutes)}
            error={errors['duree']}
          />
        </div>
        <SelectField
          name="mode"
          label="Comment"
          width="medium"
          options={APPOINTMENT_MODES.map((one) => ({
            value: MODE_WORDS[one],
            label: modeLabels[one],
          }))}
          value={oneValue(values, 'mode') || MODE_WORDS[mode]}
          error={errors['mode']}
        />
        {places.length > 1 && (
          <SelectField
            name="lieu"
            label="Si c’est sur place, où"
            need="unsaid"
            width="medium"
            options={places}
            value={oneValue(values, 'lieu')}
          />
        )}
        <Button kind="secondary" iconAfter="arrow-right">
          Continuer avec cette heure
        </Button>
      </Form>
    </Card>
  );
}

/** For a manager or a coordinator: whose calendar first. */
export function WhosePage({ others }: { readonly others: readonly CalendarCard[] }) {
  if (others.length === 0) {
    return (
      <EmptyState
        title="Aucun calendrier à remplir"
        level={1}
        actions={<ButtonLink href={interviewPaths.today}>Revenir à ma journée</ButtonLink>}
      >
        <p>Personne ne reçoit encore pour votre structure.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <PageTitle title="Prendre un rendez-vous pour quelqu’un" lead="Avec qui ?" />
      <Form method="get" action={interviewPaths.create()}>
        <AdviserField others={others} />
        <Button iconAfter="arrow-right">Voir ses créneaux</Button>
      </Form>
    </>
  );
}

import { Alert } from '#ui/alert.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { PageTitle } from '#ui/page.tsx';
import { Tabs } from '#ui/paging.tsx';
import type { AppointmentMode } from '../../rules/calendar.ts';
import type { SlotsFound } from '../../use-cases/list-day-slots.ts';
import type { AppointmentView } from '../../use-cases/open-private-page.ts';
import { privatePaths } from '../paths.ts';
import { SlotList } from '../slot-list.tsx';
import { SlotsOrNothing } from '../slots/page.tsx';
import { modeIcons, modeLabels, whenOf } from '../words.ts';

export interface MovePageProps {
  readonly view: AppointmentView;
  readonly token: string;
  readonly mode: AppointmentMode;
  readonly placeId: string | null;
  readonly found: SlotsFound;
  readonly today: Temporal.PlainDate;
  readonly refusal?: string;
}

/** Another time for the same interview: one press, the old time is kept until the new one is taken. */
export function MovePage({ view, token, mode, placeId, found, today, refusal }: MovePageProps) {
  const { appointment } = view;
  const modes: AppointmentMode[] = view.place
    ? ['in-person', 'video', 'phone']
    : ['video', 'phone'];
  return (
    <>
      {refusal && (
        <Alert kind="warning" live="alert" title={refusal}>
          <p>Le rendez-vous n’a pas bougé. Voici d’autres créneaux.</p>
        </Alert>
      )}
      <PageTitle
        title="Choisir un autre moment"
        lead={`Aujourd’hui prévu : ${whenOf(appointment.period.start, appointment.zone)}. Il reste à ce moment-là tant qu’un autre n’est pas choisi.`}
      />
      <Tabs
        label="Façon de se voir"
        tabs={modes.map((one) => ({
          href: privatePaths.move(token, {
            mode: one,
            placeId: one === 'in-person' ? appointment.placeId : null,
          }),
          label: modeLabels[one],
          icon: modeIcons[one],
          current: one === mode,
        }))}
      />
      <SlotsOrNothing
        found={found}
        label={found.place?.name ?? modeLabels[mode]}
        hrefOf={(from) => privatePaths.move(token, { mode, placeId, from })}
        otherwise={<ButtonLink href={privatePaths.page(token)}>Garder le rendez-vous</ButtonLink>}
      >
        <SlotList
          slots={found.slots}
          mode={mode}
          action={privatePaths.move(token)}
          level={2}
          today={today}
        />
      </SlotsOrNothing>
      <p>
        <a href={privatePaths.page(token)}>Garder le rendez-vous comme il est</a>
      </p>
    </>
  );
}

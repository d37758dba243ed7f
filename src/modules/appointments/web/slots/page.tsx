import type { ComponentChildren } from 'preact';
import { Alert } from '#ui/alert.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/card.tsx';
import { formatCount, formatDay, formatNumber } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import { ListNav, Steps, Tabs } from '#ui/paging.tsx';
import type { Network } from '#modules/network/index.ts';
import type { AppointmentMode } from '../../rules/calendar.ts';
import type { SlotsFound } from '../../use-cases/list-day-slots.ts';
import { bookingPaths } from '../paths.ts';
import type { SlotsQuery } from '../paths.ts';
import { STEPS } from '../search/page.tsx';
import { OwnTime } from '../own-time.tsx';
import { SlotList } from '../slot-list.tsx';
import { modeIcons, modeLabels } from '../words.ts';

const ADVISERS = { one: 'conseiller', many: 'conseillers' };

export interface SlotsPageProps {
  readonly network: Network;
  readonly query: SlotsQuery;
  readonly found: SlotsFound;
  readonly today: Temporal.PlainDate;
  /** Said first when the slot asked for has gone. */
  readonly refusal?: string;
}

/** The slots of a place, or at a distance, a week at a time. */
export function SlotsPage({ network, query, found, today, refusal }: SlotsPageProps) {
  const { mode } = query;
  return (
    <>
      <Steps steps={STEPS} current={1} />
      {refusal && (
        <Alert kind="warning" live="alert" title={refusal}>
          <p>Rien n’est perdu : voici les créneaux les plus proches, toujours libres.</p>
        </Alert>
      )}
      <PageTitle
        eyebrow={modeLabels[mode]}
        title={found.place ? `Créneaux à ${found.place.name}` : 'Créneaux à distance'}
        lead={found.place?.address}
      />
      <p>
        Un créneau se réserve au moins {network.settings.minimumNoticeHours} heures à l’avance. Il
        est confirmé tout de suite.
      </p>
      {mode !== 'in-person' && <ModeTabs network={network} query={query} />}
      <SlotsOrNothing
        found={found}
        label={`${modeLabels[mode]}, à partir du ${formatDay(found.from)}`}
        hrefOf={(from) => bookingPaths.slots(network.slug, { ...query, from })}
        otherwise={
          <ButtonLink href={bookingPaths.search(network.slug, query.commune)}>
            Voir les autres lieux
          </ButtonLink>
        }
      >
        {found.slots[0] && (
          <OwnTime at={found.slots[0].start} zone={found.zone} wording={network.wording} />
        )}
        <SlotList
          slots={found.slots}
          mode={mode}
          action={bookingPaths.hold(network.slug)}
          hidden={query.commune ? { commune: query.commune } : {}}
          level={2}
          today={today}
        />
      </SlotsOrNothing>
      <p>
        <a href={bookingPaths.search(network.slug, query.commune)}>
          Changer de lieu ou de façon de se voir
        </a>
      </p>
    </>
  );
}

function ModeTabs({ network, query }: { readonly network: Network; readonly query: SlotsQuery }) {
  const modes: AppointmentMode[] = ['video', 'phone'];
  return (
    <Tabs
      label="Façon de se voir à distance"
      tabs={modes.map((mode) => ({
        href: bookingPaths.slots(network.slug, { mode, placeId: null, commune: query.commune }),
        label: modeLabels[mode],
        icon: modeIcons[mode],
        current: mode === query.mode,
      }))}
    />
  );
}

interface SlotsOrNothingProps {
  readonly found: SlotsFound;
  readonly label: string;
  readonly hrefOf: (from: string) => string;
  /** What else to do when there is nothing. */
  readonly otherwise: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The count announced, the list, earlier and later; or why there is nothing and what to do next. */
export function SlotsOrNothing({ found, label, hrefOf, otherwise, children }: SlotsOrNothingProps) {
  const { slots, earlier, later, zone } = found;
  const nav = (
    <ListNav
      label="Autres jours"
      {...(earlier ? { earlier: { href: hrefOf(earlier.toString()), label: 'Plus tôt' } } : {})}
      {...(later ? { later: { href: hrefOf(later.toString()), label: 'Plus tard' } } : {})}
    />
  );
  if (slots.length === 0) {
    return (
      <>
        <EmptyState title="Pas de créneau ces jours-là" actions={otherwise}>
          <p>
            {later || earlier
              ? 'Il y en a d’autres avant ou après.'
              : 'Un autre lieu ou un entretien à distance sera peut-être plus rapide.'}
          </p>
        </EmptyState>
        {nav}
      </>
    );
  }
  return (
    <>
      <p role="status">
        {formatCount(slots.length, { one: 'créneau libre', many: 'créneaux libres' })} · {label}
        {zone === 'Europe/Paris' ? '' : ' · heures du lieu'}
      </p>
      {found.among && (
        <p class="soft">
          Ce sont les créneaux de {formatCount(found.among.read, ADVISERS)} sur{' '}
          {formatNumber(found.among.of)}, tirés au sort chaque jour : chacun vient à son tour en
          premier.
        </p>
      )}
      {children}
      {nav}
    </>
  );
}

import { dateOfEpochDay } from '#platform/kernel/time.ts';
import { Alert, Badge } from '#ui/alert.tsx';
import { formatCount, formatDate } from '#ui/format.ts';
import { Table } from '#ui/table.tsx';
import type { WeeklyOffer as Offer } from '../../rules/weekly-offer.ts';
import type { OpenedCalendar } from '../../use-cases/open-calendar.ts';

/** What the structures of a calendar offer, week by week; `minimum` 0: the network asks for none. */
export interface WeeklyOffers {
  readonly offers: readonly Offer[];
  readonly minimum: number;
  readonly calendar: OpenedCalendar;
}

const SLOTS = { one: 'créneau', many: 'créneaux' };

/** « 2 créneaux offerts » with why, if holidays or long absences took some. */
function whyText({ lostToHolidays, lostToLongAbsences }: Offer): string {
  const parts = [
    ...(lostToHolidays > 0
      ? [`${formatCount(lostToHolidays, SLOTS)} fermés par un jour férié`]
      : []),
    ...(lostToLongAbsences > 0
      ? [`${formatCount(lostToLongAbsences, SLOTS)} pris par une absence longue déclarée`]
      : []),
  ];
  return parts.length === 0 ? '—' : parts.join(', ');
}

function Verdict({ offer }: { readonly offer: Offer }) {
  if (offer.verdict === 'enough') return <Badge tone="success">Tenu</Badge>;
  return offer.verdict === 'excused' ? (
    <Badge tone="info">Excusé</Badge>
  ) : (
    <Badge tone="warning">Sous le minimum</Badge>
  );
}

/** The weekly count of the structure against the network's minimum (SM-31): holidays and long absences are told apart. */
export function WeeklyOffer({
  offers: { offers, minimum, calendar },
}: {
  readonly offers: WeeklyOffers;
}) {
  if (minimum === 0 || offers.length === 0) return null;
  const nameOf = (id: string) =>
    calendar.structures.find((one) => one.organisationId === id)?.name ?? '';
  return (
    <section class="stack" aria-labelledby="offre-semaine">
      <h2 id="offre-semaine">Ce que la structure offre par semaine</h2>
      <p class="soft">
        Tous conseillers ensemble, pris ou non. {calendar.network.name} demande au moins {minimum}{' '}
        créneaux par semaine et par structure.
      </p>
      <Table
        caption="Créneaux offerts par semaine"
        captionStyle="unseen"
        rows={offers}
        rowKey={(row) => `${row.organisationId}-${row.monday}`}
        columns={[
          {
            key: 'week',
            header: 'Semaine du',
            cell: (row) => formatDate(dateOfEpochDay(row.monday), { today: calendar.today }),
          },
          ...(calendar.structures.length > 1
            ? [
                {
                  key: 'structure',
                  header: 'Structure',
                  cell: (row: Offer) => nameOf(row.organisationId),
                },
              ]
            : []),
          { key: 'offered', header: 'Créneaux', align: 'end' as const, cell: (row) => row.offered },
          { key: 'why', header: 'En moins', cell: whyText },
          { key: 'verdict', header: 'Engagement', cell: (row) => <Verdict offer={row} /> },
        ]}
      />
    </section>
  );
}

/** Said first when a week to come is under the minimum without excuse. */
export function WeeklyAlert({
  offers: { offers, minimum, calendar },
}: {
  readonly offers: WeeklyOffers;
}) {
  const short = offers.find((one) => one.verdict === 'short');
  if (minimum === 0 || !short) return null;
  const week = formatDate(dateOfEpochDay(short.monday), { today: calendar.today });
  return (
    <Alert
      kind="warning"
      title={`Semaine du ${week} : ${formatCount(short.offered, SLOTS)} sur ${minimum}`}
    >
      <p>
        La structure est sous le minimum demandé par {calendar.network.name}. Ouvrez une plage, ou
        prévenez la coordination.
      </p>
    </Alert>
  );
}

import { Badge } from '../alert.tsx';
import { BarChart } from '../chart.tsx';
import { Form } from '../form.tsx';
import { formatCount, formatNumber } from '../format.ts';
import { Agenda, AgendaDay, AgendaItem, Slot, SlotDay } from '../slots.tsx';
import { Table } from '../table.tsx';

const TIMES = ['9 h', '10 h 30', '14 h', '15 h 30', '17 h'];
const ROWS = [
  { town: 'Guéret', slots: 4, held: 1280, state: 'Tient son engagement' },
  { town: 'Limoges', slots: 2, held: 96, state: 'Sous le minimum' },
  { town: 'Mont-de-Marsan', slots: 12, held: 310, state: 'Tient son engagement' },
] as const;
const WEEK = [
  'Lundi 3',
  'Mardi 4',
  'Mercredi 5',
  'Jeudi 6',
  'Vendredi 7',
  'Samedi 8',
  'Dimanche 9',
];

export function SlotSection() {
  return (
    <section class="stack" aria-labelledby="creneaux">
      <h2 id="creneaux">Créneaux</h2>
      <Form method="get" action="#creneaux" label="Choisir un créneau">
        {['Lundi 3 mai', 'Mardi 4 mai'].map((day, at) => (
          <SlotDay
            key={day}
            id={`jour-${at}`}
            heading={day}
            count={formatCount(TIMES.length, { one: 'créneau', many: 'créneaux' })}
          >
            {TIMES.map((time) => (
              <Slot
                key={time}
                time={time}
                icon={at === 0 ? 'place' : 'video'}
                detail={at === 0 ? 'Léa, à Guéret' : 'Malo, en visio'}
                fullName={`${day} à ${time}, ${at === 0 ? 'avec Léa, à Guéret' : 'avec Malo, en visio'}`}
                name="slot"
                value={`${at}-${time}`}
              />
            ))}
          </SlotDay>
        ))}
      </Form>
    </section>
  );
}

export function AgendaSection() {
  return (
    <section class="stack stack--loose" aria-labelledby="agenda">
      <h2 id="agenda">Agenda</h2>
      <Agenda layout="list">
        <AgendaDay id="aujourdhui" heading="Aujourd’hui, lundi 3 mai" today>
          <AgendaItem
            time="9 h – 10 h"
            title="Camille"
            tone="past"
            href="#agenda"
            detail="Sur place · entretien honoré"
          />
          <AgendaItem
            time="10 h – 11 h"
            title="Sacha"
            tone="booked"
            icon="video"
            href="#agenda"
            detail="En visio"
          />
          <AgendaItem time="11 h – 12 h" title="Créneau libre" tone="open" />
          <AgendaItem time="14 h – 17 h" title="Absence : formation" tone="absence" />
          <AgendaItem
            time="17 h – 18 h"
            title="Lou"
            tone="warning"
            href="#agenda"
            detail={<Badge tone="danger">Tombe sur une absence</Badge>}
          />
        </AgendaDay>
        <AgendaDay id="demain" heading="Demain, mardi 4 mai" empty="Rien ce jour-là." />
      </Agenda>
      <Agenda layout="week">
        {WEEK.map((day, at) => (
          <AgendaDay
            key={day}
            id={`semaine-${at}`}
            heading={day}
            today={at === 1}
            empty={at > 4 ? 'Fermé' : undefined}
          >
            <AgendaItem time="9 h" title="Camille" tone="booked" href="#agenda" />
            <AgendaItem time="11 h" title="Libre" tone="open" />
          </AgendaDay>
        ))}
      </Agenda>
      {([5, 6] as const).map((days) => (
        <Agenda key={days} layout="week" days={days}>
          {WEEK.slice(0, days).map((day, at) => (
            <AgendaDay key={day} id={`semaine-${days}-${at}`} heading={day} empty="Rien" />
          ))}
        </Agenda>
      ))}
      <Agenda layout="month">
        {WEEK.map((day, at) => (
          <AgendaDay key={day} id={`mois-${at}`} heading={day} empty={at > 4 ? 'Fermé' : undefined}>
            <AgendaItem time="14 h" title="Absence" tone="absence" />
          </AgendaDay>
        ))}
      </Agenda>
    </section>
  );
}

export function TableSection() {
  return (
    <section class="stack stack--loose" aria-labelledby="tableaux">
      <h2 id="tableaux">Tableaux</h2>
      <Table
        caption="Créneaux offerts cette semaine"
        rows={ROWS}
        rowKey={(row) => row.town}
        columns={[
          {
            key: 'town',
            header: 'Structure',
            cell: (row) => row.town,
            sort: { href: '#tri-structure', direction: 'ascending' },
          },
          {
            key: 'slots',
            header: 'Créneaux',
            align: 'end',
            cell: (row) => row.slots,
            sort: { href: '#tri-creneaux' },
          },
          {
            key: 'state',
            header: 'État',
            cell: (row) => <Badge tone={row.slots < 3 ? 'warning' : 'success'}>{row.state}</Badge>,
          },
        ]}
      />
      <Table
        caption="Entretiens par ville"
        narrow="scroll"
        rows={ROWS}
        rowKey={(row) => row.town}
        columns={[
          { key: 'town', header: 'Ville', cell: (row) => row.town },
          { key: 'held', header: 'Honorés', align: 'end', cell: (row) => formatNumber(row.held) },
          { key: 'slots', header: 'Offerts', align: 'end', cell: (row) => formatNumber(row.slots) },
        ]}
        foot={{ town: 'Ensemble', held: formatNumber(1686), slots: '18' }}
      />
    </section>
  );
}

export function ChartSection() {
  return (
    <section class="stack" aria-labelledby="graphiques">
      <h2 id="graphiques">Graphiques</h2>
      <BarChart
        title="Entretiens honorés par mois"
        labelHeader="Mois"
        valueHeader="Entretiens"
        tableLabel="Voir les chiffres en tableau"
        bars={[
          { label: 'Mars 2027', value: 48 },
          { label: 'Avril 2027', value: 1204 },
          { label: 'Mai 2027', value: 0 },
        ]}
      />
      <BarChart
        title="Demandes par tranche d’âge"
        labelHeader="Âge"
        valueHeader="Demandes"
        tableLabel="Voir les demandes en tableau"
        tone="warm"
        bars={[
          { label: 'De 16 à 18 ans', value: 210 },
          { label: 'De 19 à 25 ans', value: 640 },
        ]}
      />
    </section>
  );
}

import { Button, ButtonLink, ButtonRow } from '#ui/button.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { capitalise, formatDay, NBSP } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import { ListNav, Tabs } from '#ui/paging.tsx';
import { Agenda, AgendaDay } from '#ui/slots.tsx';
import type { CalendarDay, CalendarRead } from '../../../use-cases/read-calendar.ts';
import type { Opened } from '../calendar-of.tsx';
import { whoseEyebrow } from '../calendar-of.tsx';
import { WeeklyAlert, WeeklyOffer } from '../weekly-offer.tsx';
import type { WeeklyOffers } from '../weekly-offer.tsx';
import { DayEntries } from './entries.tsx';
import { Gaps } from './gaps.tsx';
import type { Period } from './period.ts';
import { VIEWS } from './period.ts';
import { nextLabels, periodTitle, previousLabels, viewLabels } from './words.ts';

export interface CalendarPageProps extends Opened {
  readonly period: Period;
  readonly read: CalendarRead;
  readonly offers: WeeklyOffers;
  readonly now: number;
}

/** A day, a week or a month as lists: read from top to bottom by everyone, columns where the screen is wide. */
export function CalendarPage(props: CalendarPageProps) {
  const { calendar, paths, period, read, offers } = props;
  const { view, on, previous, next } = period;
  return (
    <>
      <PageTitle
        title={periodTitle(period, calendar.today)}
        eyebrow={whoseEyebrow(calendar) ?? 'Mon calendrier'}
        actions={
          <ButtonLink href={paths.openings()} kind="secondary" icon="list">
            Plages d’ouverture
          </ButtonLink>
        }
      />
      <Gaps gaps={read.gaps} />
      <WeeklyAlert offers={offers} />
      <Tabs
        label="Vue"
        tabs={VIEWS.map((one) => ({
          href: paths.calendar(one, on.toString()),
          label: viewLabels[one],
          current: one === view,
        }))}
      />
      <ListNav
        label="Se déplacer dans le temps"
        earlier={{ href: paths.calendar(view, previous.toString()), label: previousLabels[view] }}
        later={{ href: paths.calendar(view, next.toString()), label: nextLabels[view] }}
      />
      {!isShown(period, calendar.today) && (
        <p>
          <a href={paths.calendar(view)}>Revenir à aujourd’hui</a>
        </p>
      )}
      <Days {...props} />
      <WhyNotForm paths={paths} date={on.toString()} time="" />
      <WeeklyOffer offers={offers} />
    </>
  );
}

function isShown({ first, last }: Period, today: Temporal.PlainDate): boolean {
  return (
    Temporal.PlainDate.compare(first, today) <= 0 && Temporal.PlainDate.compare(today, last) <= 0
  );
}

const LAYOUTS = { jour: 'list', semaine: 'week', mois: 'month' } as const;

function Days({ calendar, paths, period, read, now }: CalendarPageProps) {
  const { view } = period;
  const days = view === 'semaine' ? withoutEmptyWeekend(read.days) : read.days;
  const columns = days.length === 5 ? 5 : 7;
  return (
    <Agenda layout={LAYOUTS[view]} days={columns}>
      {days.map((day) => (
        <AgendaDay
          key={day.date.toString()}
          id={`jour-${day.date.toString()}`}
          level={2}
          heading={
            <DayHeading
              day={day}
              period={period}
              href={paths.calendar('jour', day.date.toString())}
            />
          }
          today={day.date.equals(calendar.today)}
          {...(day.entries.length === 0 && !day.holiday ? { empty: 'Rien' } : {})}
        >
          <DayEntries {...{ day, calendar, paths, view, now }} />
        </AgendaDay>
      ))}
    </Agenda>
  );
}

/** Saturday and Sunday take a column only when they hold something. */
function withoutEmptyWeekend(days: readonly CalendarDay[]): readonly CalendarDay[] {
  const weekend = days.filter((day) => day.date.dayOfWeek > 5);
  return weekend.every((day) => day.entries.length === 0)
    ? days.filter((day) => day.date.dayOfWeek <= 5)
    : days;
}

interface DayHeadingProps {
  readonly day: CalendarDay;
  readonly period: Period;
  readonly href: string;
}

function DayHeading({ day, period, href }: DayHeadingProps) {
  const words = capitalise(formatDay(day.date));
  if (period.view === 'jour') return <>{words}</>;
  if (period.view === 'semaine') return <a href={href}>{words}</a>;
  // Seven columns hold « Mardi 24 »; the month is read aloud.
  const [short = words, ...month] = words.split(NBSP);
  return (
    <a href={href} class={day.date.month === period.on.month ? undefined : 'soft'}>
      {short}
      <span class="unseen"> {month.join(' ')}</span>
    </a>
  );
}

interface WhyNotFormProps extends Pick<Opened, 'paths'> {
  readonly date: string;
  readonly time: string;
  readonly errors?: Readonly<Record<string, string>>;
}

/** A time typed, an answer in words. */
export function WhyNotForm({ paths, date, time, errors = {} }: WhyNotFormProps) {
  const [action, query] = paths.whyNot().split('?');
  const hidden = Object.fromEntries(new URLSearchParams(query));
  return (
    <section class="stack no-print" aria-labelledby="pourquoi">
      <h2 id="pourquoi">Pourquoi ce créneau n’est-il pas proposé ?</h2>
      <Form method="get" action={action} hidden={hidden} layout="line" label="Demander pourquoi">
        <TextField
          name="jour"
          label="Jour"
          need="unsaid"
          type="date"
          width="medium"
          value={date}
          error={errors['jour']}
        />
        <TextField
          name="heure"
          label="Heure"
          need="unsaid"
          type="time"
          width="short"
          value={time}
          error={errors['heure']}
        />
        <ButtonRow>
          <Button kind="secondary" icon="help">
            Demander
          </Button>
        </ButtonRow>
      </Form>
    </section>
  );
}

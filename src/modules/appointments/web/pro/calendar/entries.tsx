import { capitalise, formatCount, formatTime } from '#ui/format.ts';
import { AgendaItem } from '#ui/slots.tsx';
import type { AgendaTone } from '#ui/slots.tsx';
import type { CalendarDay, CalendarEntry } from '../../../use-cases/read-calendar.ts';
import type { CalendarInterview } from '../../../use-cases/read-interviews.ts';
import { modeIcons, modeLabels, zonedAt } from '../../words.ts';
import type { Opened } from '../calendar-of.tsx';
import { interviewPaths } from '../interview-paths.ts';
import { modesText } from '../openings/words.ts';
import type { CalendarView } from '../paths.ts';
import { rangeText } from './words.ts';

interface DayEntriesProps extends Opened {
  readonly day: CalendarDay;
  readonly view: CalendarView;
  readonly now: number;
}

/** What a day holds, in order; a month counts its free slots rather than list them. */
export function DayEntries({ day, calendar, paths, view, now }: DayEntriesProps) {
  const free = day.entries.filter((one) => one.kind === 'free').length;
  const listed = view === 'mois' ? day.entries.filter((one) => one.kind !== 'free') : day.entries;
  return (
    <>
      {day.holiday && <AgendaItem time="Jour férié" title={capitalise(day.holiday)} tone="past" />}
      {listed.map((entry) => (
        <Entry
          key={`${entry.kind}${entry.start}`}
          {...{ entry, calendar, paths, now, view }}
          fallsOn={fallsOn(entry, day.entries)}
        />
      ))}
      {view === 'mois' && free > 0 && (
        <AgendaItem
          time={free === 1 ? 'Créneau' : 'Créneaux'}
          tone="open"
          title={formatCount(free, { one: 'libre', many: 'libres' })}
          href={paths.calendar('jour', day.date.toString())}
        />
      )}
    </>
  );
}

/** An interview to come on which an absence falls. */
function fallsOn(entry: CalendarEntry, all: readonly CalendarEntry[]): 'absence' | 'nothing' {
  const isAway = all.some(
    (one) => one.kind === 'absence' && one.start < entry.end && entry.start < one.end,
  );
  return isAway ? 'absence' : 'nothing';
}

interface EntryProps extends Opened {
  readonly entry: CalendarEntry;
  readonly now: number;
  readonly view: CalendarView;
  readonly fallsOn: 'absence' | 'nothing';
}

/** A column of a month holds a start, not a range. */
function timeText({ start, end }: CalendarEntry, zone: string, view: CalendarView): string {
  return view === 'mois' ? formatTime(zonedAt(start, zone)) : rangeText(start, end, zone);
}

function Entry({ entry, calendar, paths, now, view, fallsOn: over }: EntryProps) {
  const time = timeText(entry, calendar.zone, view);
  switch (entry.kind) {
    case 'free':
      return (
        <AgendaItem
          time={time}
          title="Libre"
          tone="open"
          detail={capitalise(modesText(entry.slot.modes))}
        />
      );
    case 'busy':
      return <AgendaItem time={time} title="Occupé" tone="past" detail="Retenu ou pris ailleurs" />;
    case 'absence': {
      const isHere = entry.absence.networkId === calendar.networkId;
      return (
        <AgendaItem
          time={entry.extent === 'whole-day' ? 'Toute la journée' : time}
          title="Absence"
          tone="absence"
          detail={entry.absence.reason ?? undefined}
          href={isHere ? paths.absence(entry.absence.id) : undefined}
        />
      );
    }
    case 'interview':
      return <InterviewEntry interview={entry.interview} {...{ time, now, view, over }} />;
  }
}

interface InterviewEntryProps {
  readonly interview: CalendarInterview;
  readonly time: string;
  readonly now: number;
  readonly view: CalendarView;
  readonly over: 'absence' | 'nothing';
}

function InterviewEntry({
  interview: { appointment, firstName },
  time,
  now,
  view,
  over,
}: InterviewEntryProps) {
  const isComing = appointment.status === 'booked' && appointment.period.end > now;
  const fallsOn = isComing && over === 'absence';
  const tone: AgendaTone = isComing ? 'booked' : 'past';
  const standing = fallsOn ? 'tombe sur une absence' : isComing ? null : PAST[appointment.status];
  const mode = modeLabels[appointment.mode];
  const isNarrow = view === 'mois';
  return (
    <AgendaItem
      time={time}
      title={firstName}
      icon={isNarrow ? undefined : modeIcons[appointment.mode]}
      tone={fallsOn ? 'warning' : tone}
      href={interviewPaths.interview(appointment.id)}
      detail={standing === null ? mode : isNarrow ? capitalise(standing) : `${mode} · ${standing}`}
    />
  );
}

const PAST: Readonly<Record<CalendarInterview['appointment']['status'], string>> = {
  on_hold: 'retenu',
  booked: 'suite à noter',
  held: 'tenu',
  absent: 'absent',
  cancelled: 'annulé',
};

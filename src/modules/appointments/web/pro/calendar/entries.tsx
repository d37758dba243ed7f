import { capitalise, formatCount } from '#ui/format.ts';
import { AgendaItem } from '#ui/slots.tsx';
import type { AgendaTone } from '#ui/slots.tsx';
import type { CalendarDay, CalendarEntry } from '../../../use-cases/read-calendar.ts';
import type { CalendarInterview } from '../../../use-cases/read-interviews.ts';
import { modeIcons, modeLabels } from '../../words.ts';
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
          time="Libre"
          tone="open"
          title={formatCount(free, { one: 'créneau', many: 'créneaux' })}
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

function Entry({ entry, calendar, paths, now, view, fallsOn: over }: EntryProps) {
  const time = rangeText(entry.start, entry.end, calendar.zone);
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
  const tone: AgendaTone = isComing ? (over === 'absence' ? 'warning' : 'booked') : 'past';
  return (
    <AgendaItem
      time={time}
      title={firstName}
      icon={view === 'mois' ? undefined : modeIcons[appointment.mode]}
      tone={tone}
      href={interviewPaths.interview(appointment.id)}
      detail={`${modeLabels[appointment.mode]}${standing(appointment.status, isComing)}${isComing && over === 'absence' ? ' · tombe sur une absence' : ''}`}
    />
  );
}

function standing(status: CalendarInterview['appointment']['status'], isComing: boolean): string {
  if (isComing) return '';
  if (status === 'held') return ' · tenu';
  return status === 'absent' ? ' · absent' : ' · suite à noter';
}

import type { ComponentChildren } from 'preact';
import type { IconName } from './icon.tsx';
import { Icon } from './icon.tsx';

interface SlotDayProps {
  readonly id: string;
  /** « Lundi 3 mai ». */
  readonly heading: ComponentChildren;
  /** « 4 créneaux ». */
  readonly count?: string | undefined;
  readonly level?: 2 | 3 | 4 | undefined;
  /** `Slot` elements. */
  readonly children: ComponentChildren;
}

/** The times of one day, as a list of big buttons under its heading; no landmark: a month would have thirty. */
export function SlotDay({ id, heading, count, level = 3, children }: SlotDayProps) {
  const Heading = `h${level}` as const;
  return (
    <div class="slot-day">
      <div class="slot-day__head">
        <Heading id={id}>{heading}</Heading>
        {count && <p>{count}</p>}
      </div>
      <ul class="slot-list" aria-labelledby={id}>
        {children}
      </ul>
    </div>
  );
}

interface SlotProps {
  /** « 9 h 30 », in big. */
  readonly time: string;
  /** Under the time: who, where. */
  readonly detail?: ComponentChildren;
  readonly icon?: IconName | undefined;
  /**
   * What a reader says instead of what is shown: « lundi 3 mai à 9 h, avec Léa, à Guéret ». It holds `time` and `detail` in the
   * words shown, so that saying what one sees presses it (WCAG 2.5.3).
   */
  readonly fullName: string;
  /** A button of the form around it… */
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** …or a link. */
  readonly href?: string | undefined;
}

/** One time to choose. */
export function Slot({ time, detail, icon, fullName, name, value, href }: SlotProps) {
  // In one piece: browsers put spaces around pieces that are laid out apart, before commas too.
  const inside = (
    <>
      <span class="unseen">{fullName}</span>
      <span class="slot__time" aria-hidden="true">
        {time}
      </span>
      {detail && (
        <span class="slot__detail" aria-hidden="true">
          {icon && <Icon name={icon} />}
          <span>{detail}</span>
        </span>
      )}
    </>
  );
  return (
    <li>
      {href ? (
        <a class="slot" href={href}>
          {inside}
        </a>
      ) : (
        <button class="slot" type="submit" name={name} value={value}>
          {inside}
        </button>
      )}
    </li>
  );
}

interface AgendaDayProps {
  readonly id: string;
  readonly heading: ComponentChildren;
  readonly level?: 2 | 3 | 4 | undefined;
  readonly today?: boolean | undefined;
  /** Shown when there is nothing: « Rien ce jour-là ». */
  readonly empty?: string | undefined;
  /** `AgendaItem` elements. */
  readonly children?: ComponentChildren;
}

/** One day of a calendar: in a list on a phone, a column inside `.agenda--week`, a cell inside `.agenda--month`. */
export function AgendaDay({ id, heading, level = 3, today, empty, children }: AgendaDayProps) {
  const Heading = `h${level}` as const;
  return (
    <div class={today ? 'agenda-day agenda-day--today' : 'agenda-day'}>
      <Heading id={id}>{heading}</Heading>
      {empty ? (
        <p class="agenda-day__empty">{empty}</p>
      ) : (
        <ol class="agenda-list" aria-labelledby={id}>
          {children}
        </ol>
      )}
    </div>
  );
}

export type AgendaTone = 'open' | 'booked' | 'past' | 'absence' | 'warning';

interface AgendaItemProps {
  /** « 9 h – 10 h ». */
  readonly time: string;
  readonly title: ComponentChildren;
  readonly tone: AgendaTone;
  readonly icon?: IconName | undefined;
  readonly href?: string | undefined;
  /** A line under the title: mode, place, badge. */
  readonly detail?: ComponentChildren;
}

/** One thing in a day. */
export function AgendaItem({ time, title, tone, icon, href, detail }: AgendaItemProps) {
  return (
    <li class={`agenda-item agenda-item--${tone}`}>
      <span class="agenda-item__time">{time}</span>
      <span class="agenda-item__title">
        {icon && <Icon name={icon} />}
        {href ? <a href={href}>{title}</a> : title}
      </span>
      {detail && <span class="agenda-item__detail">{detail}</span>}
    </li>
  );
}

interface AgendaProps {
  readonly layout: 'list' | 'week' | 'month';
  /** Columns when wide: 7 unless told (a week without its closed days). */
  readonly days?: 5 | 6 | 7 | undefined;
  readonly children: ComponentChildren;
}

/** Days together; `week` and `month` become columns when the screen is wide enough. */
export function Agenda({ layout, days = 7, children }: AgendaProps) {
  return <div class={`agenda agenda--${layout} agenda--${days}`}>{children}</div>;
}

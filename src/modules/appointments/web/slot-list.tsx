import { Form } from '#ui/form.tsx';
import { capitalise, formatCount, formatDay, formatTime } from '#ui/format.ts';
import { Slot, SlotDay } from '#ui/slots.tsx';
import type { OfferedSlot } from '../use-cases/list-day-slots.ts';
import type { AppointmentMode } from '../rules/calendar.ts';
import { modeLabels, zonedAt } from './words.ts';

export interface SlotListProps {
  readonly slots: readonly OfferedSlot[];
  readonly mode: AppointmentMode;
  /** Where the button posts `creneau`. */
  readonly action: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly level?: 2 | 3 | 4;
  readonly today: Temporal.PlainDate;
}

/** What a button posts: who, when (epoch milliseconds), how, where. */
export function slotValue(slot: OfferedSlot, mode: AppointmentMode): string {
  return [slot.start, slot.adviserId, mode, mode === 'in-person' ? (slot.placeId ?? '') : ''].join(
    '|',
  );
}

/** « lundi 3 mai à 9 h, avec Léa, à Guéret »: the whole name of a button, read aloud. */
export function slotName(slot: OfferedSlot, mode: AppointmentMode): string {
  const at = zonedAt(slot.start, slot.zone);
  const where =
    mode === 'in-person' && slot.place
      ? `, ${slot.place.name}`
      : `, ${modeLabels[mode].toLowerCase()}`;
  return `${formatDay(at)} à ${formatTime(at)}, avec ${slot.adviser.displayName}${where}`;
}

/** Days as headings, times as big buttons; without script it is a form with many buttons. */
export function SlotList({ action, hidden, ...list }: SlotListProps) {
  return (
    <Form action={action} {...(hidden ? { hidden } : {})}>
      <SlotDays {...list} />
    </Form>
  );
}

/** The buttons alone, for a form that posts more with them. */
export function SlotDays({
  slots,
  mode,
  level = 3,
  today,
}: Omit<SlotListProps, 'action' | 'hidden'>) {
  const days = Map.groupBy(slots, (slot) =>
    zonedAt(slot.start, slot.zone).toPlainDate().toString(),
  );
  return (
    <>
      {[...days].map(([day, ofDay]) => (
        <SlotDay
          key={day}
          id={`jour-${day}`}
          heading={capitalise(formatDay(Temporal.PlainDate.from(day), { today }))}
          count={formatCount(ofDay.length, { one: 'créneau', many: 'créneaux' })}
          level={level}
        >
          {ofDay.map((slot) => (
            <Slot
              key={`${slot.start}${slot.adviserId}`}
              time={formatTime(zonedAt(slot.start, slot.zone))}
              detail={`avec ${slot.adviser.displayName}`}
              fullName={slotName(slot, mode)}
              name="creneau"
              value={slotValue(slot, mode)}
            />
          ))}
        </SlotDay>
      ))}
    </>
  );
}

import type { PersonId, PlaceId } from '#platform/kernel/actor.ts';
import { parseId } from '#platform/kernel/id.ts';
import { APPOINTMENT_MODES } from '../rules/calendar.ts';
import type { SlotAsked } from '../use-cases/choose-slot.ts';

/** Reads the value of a slot's button; null when it is not one of ours. Whether it is bookable is the engine's to say. */
export function readSlot(text: string): SlotAsked | null {
  const [start = '', person = '', modeText = '', place = ''] = text.split('|');
  const mode = APPOINTMENT_MODES.find((one) => one === modeText);
  const personId = parseId<'Person'>(person) as PersonId | null;
  const placeId = place === '' ? null : (parseId<'Place'>(place) as PlaceId | null);
  const at = Number(start);
  if (!mode || !personId || !Number.isSafeInteger(at) || Math.abs(at) > 8.64e15) return null;
  if ((mode === 'in-person') !== (placeId !== null)) return null;
  return { personId, start: at, mode, placeId };
}

/** The same value for a slot kept in an address or a hidden field. */
export function writeSlot(slot: SlotAsked): string {
  return [slot.start, slot.personId, slot.mode, slot.placeId ?? ''].join('|');
}

import { newToken } from '#platform/chance.ts';
import type { SlotAsked } from '#tests/appointments/booking.ts';

export interface Press {
  readonly email: string;
  readonly token: string;
  readonly slot: SlotAsked;
}

export interface Pressed extends Press {
  /** Null: the connection broke, and one cannot know. */
  readonly status: number | null;
  readonly location: string | null;
  readonly body: string;
}

let serial = 0;

/** Someone new who wants that slot. */
export function aPress(slot: SlotAsked): Press {
  serial += 1;
  return { slot, token: newToken(), email: `jeune.${serial}@courriel.example` };
}

/** The last button of the path, as a browser without script presses it. The hold being unknown, the slot is taken anew. */
export async function press(baseUrl: string, one: Press): Promise<Pressed> {
  const { slot, email, token } = one;
  const body = new URLSearchParams({
    ...{
      prenom: 'Inès',
      email,
      commune: 'Guéret',
      communeCode: '23096',
      projet: 'Partir en Irlande',
    },
    ...{ 'naissance-day': '12', 'naissance-month': '4', 'naissance-year': '2005' },
    creneau: [slot.start, slot.personId, slot.mode, slot.placeId ?? ''].join('|'),
  });
  try {
    const answer = await fetch(`${baseUrl}/so-mobilite/rendez-vous/choix/${token}`, {
      ...{ method: 'POST', body, redirect: 'manual' },
      headers: { origin: new URL(baseUrl).origin },
    });
    return {
      ...one,
      status: answer.status,
      location: answer.headers.get('location'),
      body: await answer.text(),
    };
  } catch {
    return { ...one, status: null, location: null, body: '' };
  }
}

/** The days from now on which the offices of the tests are open, 3 to 50 days away, as the wall of France shows them. */
export function workingDays(): readonly string[] {
  const today = Temporal.Now.plainDateISO('Europe/Paris');
  return Array.from({ length: 47 }, (_, index) => today.add({ days: index + 3 }))
    .filter((day) => day.dayOfWeek <= 5)
    .map((day) => day.toString());
}

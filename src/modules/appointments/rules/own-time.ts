/** An instant that a page shows in the hours of a place, seen from where the visitor's clock is. */
export interface OwnTime {
  /** Epoch milliseconds. */
  readonly at: number;
  /** IANA zone of the place. */
  readonly zone: string;
  /** IANA zone of the visitor's clock. */
  readonly ownZone: string;
  readonly informal: 'tu' | 'vous';
}

/** Says both hours when the two clocks differ at that instant; null when they agree. Runs in any browser: no Temporal here. */
export function ownTimeSentence({ at, zone, ownZone, informal }: OwnTime): string | null {
  const there = clockOf(at, zone);
  const here = clockOf(at, ownZone);
  if (there === here) return null;
  const yours = informal === 'tu' ? 'chez toi' : 'chez vous';
  return `Ces heures sont celles du lieu. Par exemple, ${there} là-bas, c’est ${here} ${yours}.`;
}

/** « lundi 9:00 », as the clock shows it there. */
function clockOf(at: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('fr-FR', {
    weekday: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  });
  return format.format(at);
}

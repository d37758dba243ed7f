import type { AppointmentMode } from '../rules/calendar.ts';
import type { MailBlock } from '#ui/mail.tsx';
import { formatDay, formatPhone, formatTimeRange } from '#ui/format.ts';

/** What every message about an interview may say, read when it leaves. */
export interface AppointmentSaid {
  readonly networkName: string;
  readonly wording: 'tu' | 'vous';
  readonly youthName: string;
  readonly adviserName: string;
  readonly organisationName: string;
  readonly mode: AppointmentMode;
  /** In the zone of the place. */
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
  readonly place: {
    readonly name: string;
    readonly address: string;
    readonly accessNotes: string | null;
  } | null;
  readonly videoUrl: string | null;
  readonly fallbackPhone: string | null;
  readonly phoneDirection: 'adviser-calls' | 'youth-calls' | null;
  readonly phoneNumber: string | null;
  /** Private page of the young person, or page of the adviser. */
  readonly link: string;
  readonly status: 'booked' | 'held' | 'absent' | 'cancelled' | 'on_hold';
  readonly cancelledBy: 'youth' | 'structure' | null;
  readonly cancellationNote: string | null;
  readonly lateMinutes: number | null;
  /** Page where another interview can be booked. */
  readonly bookAgainUrl: string;
}

/** « lundi 3 mai, de 9 h à 10 h » with, away from the mainland, whose time it is. */
export function whenSaid(said: AppointmentSaid): string {
  const hours = formatTimeRange(said.start, said.end);
  const elsewhere = said.start.timeZoneId !== 'Europe/Paris' ? ' (heure du lieu)' : '';
  return `${formatDay(said.start)}, ${hours}${elsewhere}`;
}

const MODES: Readonly<Record<AppointmentMode, string>> = {
  'in-person': 'Sur place',
  video: 'En visio',
  phone: 'Par téléphone',
};

/** When, with whom, how: the heart of each message. */
export function factsBlock(said: AppointmentSaid): MailBlock {
  const facts = [
    { label: 'Quand', value: whenSaid(said) },
    { label: 'Avec', value: `${said.adviserName}, ${said.organisationName}` },
    { label: 'Comment', value: MODES[said.mode] },
    ...meetingFacts(said),
  ];
  return { kind: 'facts', facts };
}

function meetingFacts(said: AppointmentSaid): { label: string; value: string }[] {
  const facts: { label: string; value: string }[] = [];
  if (said.mode === 'in-person' && said.place) {
    facts.push({ label: 'Où', value: `${said.place.name}, ${said.place.address}` });
    if (said.place.accessNotes) facts.push({ label: 'Pour venir', value: said.place.accessNotes });
  }
  if (said.mode === 'video') {
    if (said.videoUrl) facts.push({ label: 'Lien de la visio', value: said.videoUrl });
    if (said.fallbackPhone) {
      facts.push({ label: 'Si la visio ne marche pas', value: formatPhone(said.fallbackPhone) });
    }
  }
  if (said.mode === 'phone') facts.push({ label: 'Qui appelle', value: whoCalls(said) });
  return facts;
}

/** Who calls whom, on which number. */
export function whoCalls(
  said: Pick<AppointmentSaid, 'phoneDirection' | 'phoneNumber' | 'adviserName' | 'wording'>,
): string {
  const informal = said.wording === 'tu';
  if (said.phoneDirection === 'youth-calls' && said.phoneNumber) {
    return `${informal ? 'Tu appelles' : 'Vous appelez'} le ${formatPhone(said.phoneNumber)}`;
  }
  return `${said.adviserName} ${informal ? 't’appelle' : 'vous appelle'} sur ${informal ? 'ton' : 'votre'} numéro`;
}

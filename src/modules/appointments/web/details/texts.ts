import type { BookingRefusal } from '../../use-cases/book-appointment.ts';
import { addressed, slotRefusals } from '../words.ts';

/** Where a refusal is said: beside a field of the form, or at the head of a page that offers something else. */
export interface RefusalWords {
  /** Null: the slot itself is at stake. */
  readonly field: string | null;
  readonly message: string;
}

export interface RefusalContext {
  readonly wording: 'tu' | 'vous';
  readonly ageMin: number | null;
  readonly ageMax: number | null;
}

type Own = Exclude<BookingRefusal, keyof typeof slotRefusals>;

/** A sentence for each way in which a booking is refused. */
export function bookingRefusal(refusal: BookingRefusal, context: RefusalContext): RefusalWords {
  if (refusal in slotRefusals) {
    return { field: null, message: slotRefusals[refusal as keyof typeof slotRefusals] };
  }
  return own(context)[refusal as Own];
}

function own({ wording, ageMin, ageMax }: RefusalContext): Record<Own, RefusalWords> {
  const by = addressed(wording);
  const parent = by(
    'Tu as moins de 15 ans : il faut l’accord d’un parent, son nom et un moyen de le joindre.',
    'Vous avez moins de 15 ans : il faut l’accord d’un parent, son nom et un moyen de le joindre.',
  );
  return {
    'birth-date-impossible': {
      field: 'naissance',
      message: 'Cette date de naissance n’est pas possible.',
    },
    'not-born': { field: 'naissance', message: 'Cette date de naissance n’est pas possible.' },
    'too-young': {
      field: 'naissance',
      message: `Ces entretiens sont ouverts à partir de ${ageMin ?? 0} ans, le jour du rendez-vous.`,
    },
    'too-old': {
      field: 'naissance',
      message: `Ces entretiens sont ouverts jusqu’à ${ageMax ?? 0} ans inclus, le jour du rendez-vous. Une mission locale, un Point Info ou France Travail peut répondre aux mêmes questions.`,
    },
    'outside-territory': {
      field: 'commune',
      message: by(
        'Cette commune est dans une autre région. Le réseau Info Jeunes de ta région répond aux mêmes questions, gratuitement.',
        'Cette commune est dans une autre région. Le réseau Info Jeunes de votre région répond aux mêmes questions, gratuitement.',
      ),
    },
    'parent-agreement-missing': { field: 'parentAccord', message: parent },
    'guardian-needed': { field: 'parentAccord', message: parent },
    'no-contact': {
      field: 'email',
      message: 'Il manque un e-mail ou un téléphone, pour recevoir le lien du rendez-vous.',
    },
    'already-open': { field: null, message: 'Un rendez-vous est déjà pris avec ce contact.' },
    'youth-busy': {
      field: null,
      message: by(
        'Tu as déjà un rendez-vous à cette heure-là.',
        'Vous avez déjà un rendez-vous à cette heure-là.',
      ),
    },
  };
}

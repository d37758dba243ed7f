import type { Mail, MailBlock } from '#ui/mail.tsx';
import { formatDay, formatTime } from '#ui/format.ts';
import { factsBlock, whenSaid } from './said.ts';
import type { AppointmentSaid } from './said.ts';

export const PROFESSIONAL_KINDS = [
  'confirmed',
  'moved',
  'cancelled',
  'transferred',
  'late',
  'outcome-forgotten',
  'withdrawn',
] as const;
export type ProfessionalKind = (typeof PROFESSIONAL_KINDS)[number];

interface Words {
  readonly subject: string;
  readonly first: string;
}

const writers: Readonly<Record<ProfessionalKind, (said: AppointmentSaid, when: string) => Words>> =
  {
    confirmed: (_said, when) => ({
      subject: `Nouveau rendez-vous : ${when}`,
      first: 'Un rendez-vous vient d’être pris sur l’une de vos plages.',
    }),
    moved: (_said, when) => ({
      subject: `Rendez-vous déplacé : ${when}`,
      first: 'Un rendez-vous a changé de date. Voici la nouvelle.',
    }),
    transferred: (_said, when) => ({
      subject: `Rendez-vous confié à vous : ${when}`,
      first: 'Un rendez-vous vous a été confié par un ou une collègue.',
    }),
    cancelled: (said, when) => ({
      subject: `Rendez-vous annulé : ${when}`,
      first:
        said.cancelledBy === 'youth'
          ? 'Le rendez-vous a été annulé par la personne. Le créneau est de nouveau ouvert.'
          : 'Le rendez-vous a été annulé par votre structure. La personne a été prévenue.',
    }),
    late: (said, when) => ({
      subject: `En retard d’environ ${said.lateMinutes ?? 0} min : ${when}`,
      first: `La personne attendue prévient d’un retard d’environ ${said.lateMinutes ?? 0} minutes.`,
    }),
    'outcome-forgotten': (_said, when) => ({
      subject: `Que s’est-il passé ? Rendez-vous du ${when}`,
      first:
        'Ce rendez-vous est passé et sa suite n’est pas notée : tenu, absent, annulé. Deux clics suffisent.',
    }),
    withdrawn: (_said, when) => ({
      subject: `Rendez-vous retiré de votre agenda : ${when}`,
      first:
        'Ce rendez-vous a été déplacé ou confié à quelqu’un d’autre. Vous n’avez rien à faire, votre créneau est de nouveau ouvert.',
    }),
  };

/** The mail to the adviser: times and place, never what the young person wrote nor their name (standards.md A3). */
export function professionalMail(kind: ProfessionalKind, said: AppointmentSaid): WrittenMail {
  return written(kind, said, [
    factsBlock({ ...said, wording: 'vous' }),
    { kind: 'action', label: 'Ouvrir le rendez-vous', url: said.link },
  ]);
}

/** To who no longer holds it: when it was, nothing of where it went. */
export function withdrawalMail(said: AppointmentSaid): WrittenMail {
  return written('withdrawn', said, [
    { kind: 'facts', facts: [{ label: 'C’était', value: whenSaid(said) }] },
    { kind: 'action', label: 'Voir ma journée', url: said.link },
  ]);
}

interface WrittenMail {
  readonly subject: string;
  readonly mail: Mail;
}

function written(
  kind: ProfessionalKind,
  said: AppointmentSaid,
  blocks: readonly MailBlock[],
): WrittenMail {
  const when = `${formatDay(said.start)} à ${formatTime(said.start)}`;
  const { subject, first } = writers[kind](said, when);
  return {
    subject: `${subject} · ${said.networkName}`,
    mail: {
      title: subject,
      preview: first,
      brand: { name: said.networkName },
      blocks: [
        { kind: 'paragraph', text: 'Bonjour,' },
        { kind: 'paragraph', text: first },
        ...blocks,
      ],
      footer: [
        `Vous recevez ce message parce que vous recevez des jeunes pour ${said.networkName}.`,
      ],
    },
  };
}

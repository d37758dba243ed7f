import type { Mail, MailBlock } from '#ui/mail.tsx';
import { formatDay, formatTime } from '#ui/format.ts';
import { factsBlock } from './said.ts';
import type { AppointmentSaid } from './said.ts';

export const PROFESSIONAL_KINDS = [
  'confirmed',
  'moved',
  'cancelled',
  'transferred',
  'late',
  'outcome-forgotten',
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
  };

/** The mail to the adviser: times and place, never what the young person wrote nor their name (standards.md A3). */
export function professionalMail(
  kind: ProfessionalKind,
  said: AppointmentSaid,
): { readonly subject: string; readonly mail: Mail } {
  const when = `${formatDay(said.start)} à ${formatTime(said.start)}`;
  const { subject, first } = writers[kind](said, when);
  const blocks: readonly MailBlock[] = [
    { kind: 'paragraph', text: 'Bonjour,' },
    { kind: 'paragraph', text: first },
    factsBlock({ ...said, wording: 'vous' }),
    { kind: 'action', label: 'Ouvrir le rendez-vous', url: said.link },
  ];
  return {
    subject: `${subject} · ${said.networkName}`,
    mail: {
      title: subject,
      preview: first,
      brand: { name: said.networkName },
      blocks,
      footer: [
        `Vous recevez ce message parce que vous recevez des jeunes pour ${said.networkName}.`,
      ],
    },
  };
}

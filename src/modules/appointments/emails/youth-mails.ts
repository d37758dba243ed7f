import type { Mail, MailBlock } from '#ui/mail.tsx';
import { formatDay, formatTime } from '#ui/format.ts';
import { factsBlock, whenSaid } from './said.ts';
import type { AppointmentSaid } from './said.ts';

/** What can be told to a young person about an interview. */
export const YOUTH_KINDS = [
  'confirmed',
  'moved',
  'cancelled',
  'transferred',
  'reminder-48',
  'reminder-3',
  'missed',
  'link-again',
] as const;
export type YouthKind = (typeof YOUTH_KINDS)[number];

export interface WrittenMail {
  readonly subject: string;
  readonly mail: Mail;
}

interface Words {
  readonly subject: string;
  readonly title: string;
  readonly first: string;
  readonly blocks: readonly MailBlock[];
}

/** The mail to the young person, in the network's own way of addressing them. The subject never says what the interview is about. */
export function youthMail(kind: YouthKind, said: AppointmentSaid): WrittenMail {
  const words = writers[kind](said);
  return {
    subject: `${words.subject} · ${said.networkName}`,
    mail: {
      title: words.title,
      preview: words.first,
      brand: { name: said.networkName },
      blocks: [
        { kind: 'paragraph', text: `Bonjour ${said.youthName},` },
        { kind: 'paragraph', text: words.first },
        ...words.blocks,
      ],
      footer: [footer(said)],
    },
  };
}

const writers: Readonly<Record<YouthKind, (said: AppointmentSaid) => Words>> = {
  confirmed: (said) => ({
    subject: `Rendez-vous confirmé : ${formatDay(said.start)} à ${formatTime(said.start)}`,
    title: 'Rendez-vous confirmé',
    first: by(
      said,
      'Ton rendez-vous est confirmé. C’est gratuit et sans engagement.',
      'Votre rendez-vous est confirmé. C’est gratuit et sans engagement.',
    ),
    blocks: [factsBlock(said), manage(said)],
  }),
  moved: (said) => ({
    subject: `Rendez-vous déplacé : ${formatDay(said.start)} à ${formatTime(said.start)}`,
    title: 'Rendez-vous déplacé',
    first: by(
      said,
      'Ton rendez-vous a changé de date. Voici la nouvelle.',
      'Votre rendez-vous a changé de date. Voici la nouvelle.',
    ),
    blocks: [factsBlock(said), manage(said)],
  }),
  transferred: (said) => ({
    subject: `Rendez-vous du ${formatDay(said.start)} : ${said.adviserName} ${by(said, 'te', 'vous')} recevra`,
    title: 'Une autre personne au rendez-vous',
    first: `L’heure ne change pas. C’est ${said.adviserName} qui ${by(said, 'te', 'vous')} recevra.`,
    blocks: [factsBlock(said), manage(said)],
  }),
  cancelled: (said) => ({
    subject: `Rendez-vous annulé : ${formatDay(said.start)} à ${formatTime(said.start)}`,
    title: 'Rendez-vous annulé',
    first:
      said.cancelledBy === 'youth'
        ? by(
            said,
            'Tu as annulé ton rendez-vous. Le créneau est rendu, rien d’autre à faire.',
            'Vous avez annulé votre rendez-vous. Le créneau est rendu, rien d’autre à faire.',
          )
        : `${said.organisationName} a dû annuler ${by(said, 'ton', 'votre')} rendez-vous. Nous en sommes désolés.`,
    blocks: [
      factsBlock(said),
      ...(said.cancelledBy === 'structure' && said.cancellationNote
        ? [{ kind: 'notice' as const, text: said.cancellationNote }]
        : []),
      { kind: 'action', label: 'Choisir un autre créneau', url: said.bookAgainUrl },
    ],
  }),
  'reminder-48': (said) => ({
    subject: `Rappel : rendez-vous ${formatDay(said.start)} à ${formatTime(said.start)}`,
    title: 'C’est bientôt',
    first: by(said, 'Petit rappel de ton rendez-vous.', 'Petit rappel de votre rendez-vous.'),
    blocks: [factsBlock(said), manage(said)],
  }),
  'reminder-3': (said) => ({
    subject: `Rappel : rendez-vous à ${formatTime(said.start)}`,
    title: 'C’est tout à l’heure',
    first: by(
      said,
      `On se voit à ${formatTime(said.start)}. Si tu es en retard, préviens-nous avec le bouton.`,
      `On se voit à ${formatTime(said.start)}. Si vous êtes en retard, prévenez-nous avec le bouton.`,
    ),
    blocks: [factsBlock(said), manage(said)],
  }),
  missed: (said) => ({
    subject: 'On ne s’est pas vus : la suite',
    title: 'On ne s’est pas vus',
    first: by(
      said,
      `Nous t’attendions ${whenSaid(said)}. Ça arrive, et ça ne change rien pour toi : tu peux reprendre un rendez-vous quand tu veux.`,
      `Nous vous attendions ${whenSaid(said)}. Ça arrive, et ça ne change rien pour vous : vous pouvez reprendre un rendez-vous quand vous voulez.`,
    ),
    blocks: [{ kind: 'action', label: 'Reprendre un rendez-vous', url: said.bookAgainUrl }],
  }),
  'link-again': (said) => ({
    subject: by(said, 'Le lien de ton rendez-vous', 'Le lien de votre rendez-vous'),
    title: by(said, 'Le lien de ton rendez-vous', 'Le lien de votre rendez-vous'),
    first: by(
      said,
      'Quelqu’un vient de demander un rendez-vous avec cette adresse. Tu en as déjà un : le voici. Si ce n’était pas toi, tu n’as rien à faire.',
      'Quelqu’un vient de demander un rendez-vous avec cette adresse. Vous en avez déjà un : le voici. Si ce n’était pas vous, vous n’avez rien à faire.',
    ),
    blocks: [factsBlock(said), manage(said)],
  }),
};

function by(said: AppointmentSaid, informal: string, formal: string): string {
  return said.wording === 'tu' ? informal : formal;
}

function manage(said: AppointmentSaid): MailBlock {
  return { kind: 'action', label: 'Voir, déplacer ou annuler', url: said.link };
}

function footer(said: AppointmentSaid): string {
  return by(
    said,
    `Tu reçois ce message parce que tu as pris rendez-vous avec ${said.networkName}. Le lien ci-dessus est personnel : ne le donne à personne.`,
    `Vous recevez ce message parce que vous avez pris rendez-vous avec ${said.networkName}. Le lien ci-dessus est personnel : ne le donnez à personne.`,
  );
}

/** The same in a short message: one segment where it can be, never what the interview is about. */
export function youthSms(kind: YouthKind, said: AppointmentSaid): string {
  const when = `${formatDay(said.start)} à ${formatTime(said.start)}`;
  const heads: Readonly<Record<YouthKind, string>> = {
    confirmed: `Rendez-vous confirmé ${when}`,
    moved: `Rendez-vous déplacé au ${when}`,
    transferred: `Rendez-vous ${when} avec ${said.adviserName}`,
    cancelled: `Rendez-vous du ${when} annulé`,
    'reminder-48': `Rappel : rendez-vous ${when}`,
    'reminder-3': `Rappel : rendez-vous à ${formatTime(said.start)}`,
    missed: 'On ne s’est pas vus. Reprendre rendez-vous',
    'link-again': `Rendez-vous ${when}`,
  };
  const link = kind === 'cancelled' || kind === 'missed' ? said.bookAgainUrl : said.link;
  return `${said.networkName} : ${heads[kind]}. ${link}`
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll('’', "'");
}

import type { Letter } from './letter.ts';

interface InvitationFacts {
  readonly kind: 'join' | 'enrolment';
  readonly givenName: string;
  readonly url: string;
  readonly until: Temporal.Instant;
}

export function invitationMail({ kind, givenName, url, until }: InvitationFacts): Letter {
  const day = until.toZonedDateTimeISO('Europe/Paris').toLocaleString('fr-FR', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
  });
  const limit = `Ce lien est personnel. Il sert jusqu’au ${day} (heure de Paris).`;
  const greeting = `Bonjour ${givenName},`;
  if (kind === 'enrolment') {
    return {
      subject: 'Remettre en place votre code de vérification',
      greeting,
      before: [
        'Votre coordination vous permet de changer d’application de codes. Gardez votre mot de passe à portée de main.',
      ],
      action: { label: 'Installer un nouveau code', url },
      after: [
        limit,
        'Vous n’avez rien demandé\u00a0? Prévenez votre coordination\u00a0: personne n’entre sans votre mot de passe.',
      ],
    };
  }
  return {
    subject: 'Votre accès professionnel',
    greeting,
    before: [
      'Un compte professionnel vous attend. Vous allez choisir un mot de passe, puis installer un code de vérification sur votre téléphone\u00a0: comptez cinq minutes.',
    ],
    action: { label: 'Ouvrir mon compte', url },
    after: [
      limit,
      'Vous ne savez pas de quoi il s’agit\u00a0? Ne faites rien\u00a0: aucun compte ne sera ouvert.',
    ],
  };
}

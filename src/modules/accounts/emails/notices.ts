import type { Letter } from './letter.ts';

export function passwordChangedMail({ url }: { readonly url: string }): Letter {
  return {
    subject: 'Votre mot de passe a changé',
    greeting: 'Bonjour,',
    before: [
      'Le mot de passe de votre compte vient d’être changé. Toutes vos sessions ont été fermées.',
    ],
    action: { label: 'Ce n’était pas vous\u00a0? Choisissez-en un autre', url },
    after: ['Puis prévenez votre coordination.'],
  };
}

export function secondFactorChangedMail({ url }: { readonly url: string }): Letter {
  return {
    subject: 'Un moyen de vérification a été ajouté à votre compte',
    greeting: 'Bonjour,',
    before: ['Une application de codes ou une clé d’accès vient d’être ajoutée à votre compte.'],
    action: { label: 'Voir mon compte et mes sessions', url },
    after: ['Ce n’était pas vous\u00a0? Prévenez votre coordination tout de suite.'],
  };
}

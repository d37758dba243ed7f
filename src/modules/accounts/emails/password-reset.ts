import type { Letter } from './letter.ts';

export function passwordResetMail({ url }: { readonly url: string }): Letter {
  return {
    subject: 'Choisir un nouveau mot de passe',
    greeting: 'Bonjour,',
    before: [
      'Vous avez demandé à changer votre mot de passe. Ce lien sert une seule fois, pendant 30 minutes.',
      'Votre code de vérification vous sera demandé ensuite, comme d’habitude.',
    ],
    action: { label: 'Choisir un nouveau mot de passe', url },
    after: [
      'Vous n’avez rien demandé\u00a0? Ne faites rien\u00a0: votre mot de passe ne change pas.',
    ],
  };
}

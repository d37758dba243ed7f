import type { Letter } from './letter.ts';

export function signInLinkMail({ url }: { readonly url: string }): Letter {
  return {
    subject: 'Ton lien pour te connecter',
    greeting: 'Bonjour,',
    before: ['Voici le lien que tu as demandé. Il marche une seule fois, pendant 15 minutes.'],
    action: { label: 'Me connecter', url },
    after: [
      'Tu n’as rien demandé\u00a0? Ne clique pas\u00a0: sans toi, personne ne peut se servir de ce lien.',
    ],
  };
}

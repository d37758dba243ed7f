import type { PasswordRefusal } from '../rules/password.ts';

export const passwordTexts: Record<PasswordRefusal, string> = {
  'too-short':
    'Ce mot de passe est trop court\u00a0: il faut au moins 12 caractères. Une petite phrase convient très bien.',
  'too-long': 'Ce mot de passe est trop long\u00a0: 128 caractères au plus.',
  common: 'Ce mot de passe fait partie de ceux que l’on essaie en premier. Choisissez-en un autre.',
  'about-you':
    'Ce mot de passe se devine à partir de votre nom ou de votre adresse. Choisissez-en un autre.',
};

export const sharedTexts = {
  fault: 'Il y a un problème',
  tooMany: 'Trop d’essais. Attendez un quart d’heure, puis recommencez.',
  passwordHint:
    'Au moins 12 caractères. Une phrase de quelques mots est plus sûre, et plus facile à retenir, qu’un mot compliqué. Vous pouvez coller celui de votre gestionnaire de mots de passe.',
  emailWrong: 'Écrivez une adresse e-mail complète, comme prenom.nom@exemple.fr.',
  emailWrongTu: 'Écris une adresse e-mail complète, comme prenom@exemple.fr.',
} as const;

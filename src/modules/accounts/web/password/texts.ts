import type { PasswordRefusal } from '../../rules/password.ts';
import { passwordTexts } from '../texts.ts';

export const forgottenTexts = {
  title: 'Mot de passe oublié',
  lead: 'Donnez l’adresse de votre compte\u00a0: vous recevrez un lien pour choisir un autre mot de passe.',
  email: 'Votre adresse e-mail',
  button: 'Recevoir un lien',
  sentTitle: 'Regardez votre boîte e-mail',
  sentText:
    'Si un compte existe à cette adresse, un lien vient d’y être envoyé. Il sert une seule fois, pendant 30 minutes.',
  back: 'Revenir à la connexion',
  resetTitle: 'Choisir un nouveau mot de passe',
  resetLead: 'Toutes vos sessions seront fermées. Votre code de vérification, lui, ne change pas.',
  password: 'Nouveau mot de passe',
  resetButton: 'Enregistrer',
  missing: 'Écrivez un mot de passe.',
  doneTitle: 'Votre mot de passe a changé',
  doneText: 'Connectez-vous avec le nouveau.',
  signIn: 'Se connecter',
} as const;

export const resetTexts: Record<'expired' | PasswordRefusal, string> = {
  expired:
    'Ce lien ne sert plus. Demandez-en un autre depuis la page «\u00a0Mot de passe oublié\u00a0».',
  ...passwordTexts,
};

import type { AcceptanceRefusal } from '../../use-cases/accept-invitation.ts';
import { passwordTexts, sharedTexts } from '../texts.ts';

export const invitationTexts = {
  joinTitle: 'Bienvenue',
  joinLead:
    'Deux étapes pour ouvrir votre compte professionnel\u00a0: un mot de passe, puis un code de vérification sur votre téléphone.',
  enrolTitle: 'Installer un nouveau code de vérification',
  enrolLead:
    'Donnez votre mot de passe. L’ancienne application, ses codes de secours et vos clés d’accès ne serviront plus.',
  address: 'Compte',
  choose: 'Choisissez un mot de passe',
  give: 'Votre mot de passe',
  giveHint: 'Celui que vous avez déjà choisi pour ce compte.',
  button: 'Continuer',
  forgotten: 'Mot de passe oublié',
  missing: 'Écrivez un mot de passe.',
} as const;

export const acceptanceTexts: Record<AcceptanceRefusal, string> = {
  unknown:
    'Ce lien d’invitation n’est pas valable, ou un lien plus récent l’a remplacé. Cherchez le dernier message reçu.',
  used: 'Cette invitation a déjà servi. Vous pouvez vous connecter.',
  expired: 'Cette invitation a plus de sept jours. Demandez-en une autre à votre coordination.',
  closed: 'Ce compte est fermé.',
  'address-in-use':
    'Cette adresse sert déjà au compte de quelqu’un d’autre. Demandez à votre coordination d’en noter une autre.',
  wrong: 'Ce mot de passe ne va pas.',
  'too-many': sharedTexts.tooMany,
  ...passwordTexts,
};

import type { ProofRefusal } from '../../use-cases/prove-second-factor.ts';
import { sharedTexts } from '../texts.ts';

export const codeTexts = {
  title: 'Votre code de vérification',
  lead: 'Pour agir en tant que professionnel ou professionnelle, prouvez que c’est bien vous.',
  code: 'Code à 6 chiffres de votre application',
  codeMissing: 'Écrivez les 6 chiffres affichés par votre application.',
  button: 'Vérifier',
  lost: 'Je n’ai pas mon téléphone',
  lostText: 'Utilisez l’un de vos codes de secours. Chacun sert une seule fois.',
  recovery: 'Code de secours',
  recoveryButton: 'Utiliser ce code',
  lostAll:
    'Plus de téléphone ni de codes de secours\u00a0? Demandez à votre coordination de rouvrir l’installation\u00a0: vous recevrez un lien.',
  own: 'Aller dans mon espace personnel',
  noneTitle: 'Votre compte n’a pas encore de code de vérification',
  noneText:
    'Reprenez le lien de votre invitation pour l’installer. S’il a expiré, demandez-en un autre à votre coordination.',
  passkeyOnly:
    'Servez-vous de votre clé d’accès, dans un navigateur récent avec JavaScript. Vous ne l’avez plus\u00a0? Demandez une invitation à votre coordination.',
  passkeyTitle: 'Avec votre clé d’accès',
  passkeyButton: 'Utiliser ma clé d’accès',
} as const;

export const proofTexts: Record<ProofRefusal, string> = {
  'not-signed-in': 'Votre session est terminée. Connectez-vous à nouveau.',
  'not-enrolled': codeTexts.noneText,
  wrong: 'Ce code ne va pas, ou il a déjà servi. Attendez le suivant et recommencez.',
  'too-many': sharedTexts.tooMany,
};

export const passkeyTexts = {
  refused: 'Cette clé d’accès n’a pas été reconnue. Recommence, ou connecte-toi autrement.',
  notAllowed: 'Il faut d’abord donner ton code de vérification.',
  expired: 'Ta session est terminée. Connecte-toi à nouveau.',
  defaultName: 'Clé d’accès',
} as const;

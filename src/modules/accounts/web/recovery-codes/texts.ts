export const recoveryTexts = {
  title: 'Vos codes de secours',
  lead: 'Le jour où votre téléphone manque, un de ces codes le remplace. Chacun sert une seule fois.',
  keep: 'Notez-les sur papier ou dans votre gestionnaire de mots de passe, pas dans votre boîte e-mail. Cette page ne se rouvre pas sans votre code de vérification.',
  none: 'Il ne vous reste aucun code de secours.',
  done: 'C’est noté, continuer',
} as const;

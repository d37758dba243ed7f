export const roleTexts = {
  title: 'En tant que qui agissez-vous\u00a0?',
  lead: 'Vous n’agissez que sous un rôle à la fois. Il reste affiché en haut de chaque page.',
  legend: 'Mon rôle',
  own: 'Mon espace personnel',
  ownHint: 'Mes rendez-vous et mes demandes à moi.',
  button: 'Continuer',
  missing: 'Choisissez un rôle.',
} as const;

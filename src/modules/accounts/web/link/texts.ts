export const linkTexts = {
  title: 'Me connecter',
  text: 'Encore un geste\u00a0: appuie sur le bouton pour te connecter sur cet appareil.',
  name: 'Comment veux-tu qu’on t’appelle\u00a0?',
  nameHint: 'Ton prénom ou un pseudo. Tu pourras le changer.',
  nameMissing: 'Écris un prénom ou un pseudo.',
  nameLong: 'Choisis un prénom ou un pseudo plus court (60 caractères au plus).',
  button: 'Me connecter',
  expiredTitle: 'Ce lien ne marche plus',
  expiredText:
    'Un lien sert une seule fois et pendant 15 minutes. Demande-en un autre\u00a0: ça prend une minute.',
  again: 'Demander un autre lien',
} as const;

export const applicationTexts = {
  title: 'Installer le code de vérification',
  lead: 'Une application de votre téléphone affichera un code à 6 chiffres, qui change toutes les 30 secondes. Elle marche sans réseau.',
  step1: '1. Ouvrez une application de codes',
  step1Text:
    'Par exemple Aegis, FreeOTP, Google Authenticator, Microsoft Authenticator, ou le gestionnaire de mots de passe de votre téléphone.',
  step2: '2. Lisez ce dessin avec elle',
  qrLabel: 'Code QR à lire avec l’application de codes',
  samePhone: 'Je suis sur ce téléphone\u00a0: ouvrir l’application',
  typed: 'Ou tapez cette clé dans l’application',
  step3: '3. Tapez le code qu’elle affiche',
  code: 'Code à 6 chiffres',
  button: 'Terminer',
  wrong:
    'Ce code ne va pas, ou il a déjà servi. Vérifiez l’heure de votre téléphone, attendez le code suivant et recommencez.',
  beginTitle: 'Ajouter un code de vérification',
  beginText: 'Votre mot de passe est demandé avant de commencer.',
  password: 'Votre mot de passe',
  begin: 'Commencer',
  wrongPassword: 'Ce mot de passe ne va pas.',
  refused:
    'Cette installation n’est ouverte que par le lien de votre invitation, pendant une demi-heure. Reprenez le lien, ou demandez-en un autre à votre coordination.',
  already: 'Une application est déjà installée pour ce compte.',
} as const;

export const signInTexts = {
  title: 'Se connecter',
  lead: 'Pas besoin de compte pour t’informer ni pour prendre rendez-vous. Un compte sert à retrouver tes rendez-vous et tes demandes au même endroit.',
  youthTitle: 'Tu es jeune',
  youthText:
    'Donne ton adresse e-mail\u00a0: on t’envoie un lien pour te connecter, sans mot de passe.',
  youthEmail: 'Ton adresse e-mail',
  youthButton: 'Recevoir un lien',
  proTitle: 'Vous êtes professionnel ou professionnelle',
  proText:
    'Votre compte est ouvert sur invitation de votre coordination. Un code de vérification vous sera demandé ensuite.',
  proEmail: 'Votre adresse e-mail professionnelle',
  password: 'Votre mot de passe',
  remember: 'Se souvenir de cet appareil pendant 30 jours',
  rememberHint: 'À ne pas cocher sur un ordinateur partagé.',
  proButton: 'Continuer',
  forgotten: 'Mot de passe oublié',
  passkeyTitle: 'Avec une clé d’accès',
  passkeyText:
    'Une clé d’accès, c’est ton téléphone ou ton ordinateur qui te reconnaît (empreinte, visage ou code). Si tu en as enregistré une, elle suffit.',
  passkeyButton: 'Utiliser ma clé d’accès',
  wrong:
    'L’adresse ou le mot de passe ne va pas. Vérifiez-les, ou choisissez un nouveau mot de passe.',
  passwordMissing: 'Écrivez votre mot de passe.',
  sentTitle: 'Regarde ta boîte e-mail',
  sentText:
    'Si cette adresse est bien la tienne, un lien vient d’y être envoyé. Il marche une seule fois, pendant 15 minutes.',
  sentHelp:
    'Rien reçu\u00a0? Regarde dans les courriers indésirables, vérifie l’adresse, ou demande un autre lien.',
  again: 'Demander un autre lien',
} as const;

/** Addresses of the module. Tokens stand in the path, where the logs mask them. */
export const accountPaths = {
  signIn: '/connexion',
  /** The sign-in page that comes back to a page of ours. */
  signInThen: (path: string) => `/connexion?suite=${encodeURIComponent(path)}`,
  askLink: '/connexion/lien',
  link: (token: string) => `/connexion/lien/${token}`,
  code: '/connexion/code',
  enrol: '/connexion/code/application',
  recoveryCodes: '/connexion/code/secours',
  role: '/connexion/role',
  signOut: '/deconnexion',
  sessions: '/mon-compte/sessions',
  endSession: (sessionId: string) => `/mon-compte/sessions/${sessionId}/fin`,
  endOtherSessions: '/mon-compte/sessions/fin-des-autres',
  close: '/mon-compte/fermer',
  invitation: (token: string) => `/invitation/${token}`,
  forgotten: '/mot-de-passe-oublie',
  reset: (token: string) => `/mot-de-passe-oublie/${token}`,
  demonstration: '/demo/connexion',
} as const;

/** First parts of addresses that are the platform's own (product.md), and those of its pages: never a network's. */
export const RESERVED_SLUGS: ReadonlySet<string> = new Set([
  'pro',
  'coordination',
  'pilotage',
  'admin',
  'api',
  'mon-espace',
  'rdv',
  'suivi',
  'connexion',
  'sante',
  'demo',
  'ui',
  'assets',
  'widget',
  'accessibilite',
  'agenda',
  'deconnexion',
  'donnees-personnelles',
  'invitation',
  'mon-compte',
  'mot-de-passe-oublie',
]);

/** Small letters, digits and single hyphens, 2 to 60 characters, not a reserved word. */
export function isNetworkSlug(slug: string): boolean {
  return (
    slug.length >= 2 &&
    slug.length <= 60 &&
    /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) &&
    !RESERVED_SLUGS.has(slug)
  );
}

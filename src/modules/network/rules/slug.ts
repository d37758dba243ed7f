/** First parts of addresses that are the platform's own (product.md): never a network's. */
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

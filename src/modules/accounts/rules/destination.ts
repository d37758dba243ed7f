import type { Actor } from '#platform/kernel/actor.ts';

/**
 * Where to go after signing in: a page of this site only (ASVS 3.7.2). Null for anything else, an address of another
 * site dressed as a path included.
 */
export function ownPath(asked: string | undefined): string | null {
  if (!asked || !/^\/(?![/\\])/.test(asked) || asked.length > 500) return null;
  // A browser drops tabs and line breaks, which would bring a second slash next to the first.
  const hasControl = [...asked].some((letter) => letter <= ' ' || letter === '\\');
  return hasControl ? null : asked;
}

/** The page where someone begins: their own space, their day, what they coordinate, or what still has to be proven. */
export function homeOf(actor: Actor): string {
  switch (actor.kind) {
    case 'youth':
      return '/mon-espace';
    case 'unproven':
      return '/connexion/code';
    case 'professional':
      return homeOfRole(actor.role);
    case 'visitor':
    case 'link-holder':
    case 'system':
      return '/';
  }
}

function homeOfRole(role: Extract<Actor, { kind: 'professional' }>['role']): string {
  if (role === 'administrator') return '/admin';
  if (role === 'coordinator') return '/coordination';
  return '/pro';
}

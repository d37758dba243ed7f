import type { CommuneResolution } from '../use-cases/resolve-commune.ts';

/** Neither « tu » nor « vous »: the field serves every network and every space. */
export const communeTexts = {
  hint: 'Un nom ou un code postal : « Guéret », « 23000 ».',
  which: 'Quelle commune ?',
  other: 'Une autre commune',
  otherHint: 'Si ce n’est aucune de celles-ci : un nom ou un code postal.',
  severalFor: (typed: string, count: number): string =>
    count === 1 ? `Est-ce celle-ci, pour « ${typed} » ?` : `Plusieurs réponses pour « ${typed} ».`,
} as const;

/** The sentence beside the field for an answer that is not a commune; undefined when it is one. */
export function communeError(resolution: CommuneResolution, typed: string): string | undefined {
  switch (resolution.kind) {
    case 'found':
      return undefined;
    case 'several':
      return resolution.matches.length === 1
        ? 'Est-ce bien cette commune ?'
        : 'Plusieurs communes correspondent : laquelle est la bonne ?';
    case 'none':
      return typed.trim() === ''
        ? 'Il manque la commune : un nom ou un code postal.'
        : `Aucune commune trouvée pour « ${typed.trim()} ». Essayer une autre écriture, ou le code postal.`;
  }
}

import type { Point } from './distance.ts';

export interface NamedCode {
  readonly code: string;
  readonly name: string;
}

/** A commune of the official code of today. `code` is INSEE's, never the postal code. */
export interface Commune extends NamedCode {
  readonly departement: NamedCode;
  readonly region: NamedCode;
  /** Null for the few islands and the overseas collectivities that belong to none. */
  readonly epci: NamedCode | null;
  /** In order; empty only in the southern lands. */
  readonly postalCodes: readonly string[];
  /** Inhabitants, the legal figure of the edition; null where nobody lives. */
  readonly population: number | null;
  /** Null overseas collectivities and a few recreated communes: the sources give none. */
  readonly centre: Point | null;
}

/** A piece of the country. */
export type Territory =
  | { readonly kind: 'region'; readonly code: string }
  | { readonly kind: 'departement'; readonly code: string }
  | { readonly kind: 'epci'; readonly code: string }
  | { readonly kind: 'communes'; readonly codes: readonly string[] };

/** What membership of a territory is decided on. */
export type CommuneMembership = Pick<Commune, 'code' | 'departement' | 'region' | 'epci'>;

/** Whether the commune lies in the territory. Codes are compared as they are: follow history first (`findCommune`). */
export function communeIsIn(commune: CommuneMembership, territory: Territory): boolean {
  switch (territory.kind) {
    case 'region':
      return commune.region.code === territory.code;
    case 'departement':
      return commune.departement.code === territory.code;
    case 'epci':
      return commune.epci?.code === territory.code;
    case 'communes':
      return territory.codes.includes(commune.code);
  }
}

/** « Guéret (23000, Creuse) »: enough to tell homonyms apart. */
export function communeLabel(
  commune: Pick<Commune, 'name' | 'postalCodes' | 'departement'>,
): string {
  const parts = [commune.postalCodes[0], commune.departement.name].filter(
    (part) => part !== undefined,
  );
  return `${commune.name} (${parts.join(', ')})`;
}

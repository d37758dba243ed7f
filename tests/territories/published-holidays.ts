import { existsSync, readFileSync } from 'node:fs';

/** The list of public holidays published on data.gouv.fr, as its copy gives it. */
export interface PublishedHolidays {
  readonly meta: { readonly range: readonly [string, string] };
  readonly jours: readonly {
    readonly date: string;
    readonly nom: string;
    readonly zones: readonly string[];
  }[];
}

const COPY = '../shared/data/jours-feries.json';

/** Null where no copy stands beside the checkout: the project does not carry it. */
export function readPublishedHolidays(): PublishedHolidays | null {
  return existsSync(COPY) ? (JSON.parse(readFileSync(COPY, 'utf8')) as PublishedHolidays) : null;
}

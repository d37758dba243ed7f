/** What one outside case gave. `expected` and `got` are only read when it failed. */
export interface CaseResult {
  readonly id: string;
  readonly passed: boolean;
  readonly expected: string;
  readonly got: string;
}

/** Runs every case of a parsed file. Throws `UnknownForm` when the file is not of the suite's form. */
export type Suite = (cases: unknown, rules: unknown) => readonly CaseResult[];

export class UnknownForm extends Error {}

import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The part of dependency-cruiser's JSON report that is read here. */
interface CruiseReport {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly unknown[];
  }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

export interface BordersResult {
  /** Source files whose imports were followed. */
  readonly seen: number;
  /** One line each: the rule, then who imports what. Empty when the borders hold. */
  readonly problems: readonly string[];
}

const PROGRAM = fileURLToPath(
  new URL('../../node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', import.meta.url),
);

/**
 * The borders of `.dependency-cruiser.cjs`, in the project at `root`. A run that did not see every source file, or
 * not their imports, is a failure: a check that looks at nothing always passes.
 */
export function checkBorders(root: string, extraArguments: readonly string[] = []): BordersResult {
  const folders = ['src', 'tests', 'bench'].filter((name) => globSync(name, { cwd: root }).length);
  const run = spawnSync(
    process.execPath,
    [
      PROGRAM,
      ...folders,
      ...['--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
      ...extraArguments,
    ],
    { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (!run.stdout.startsWith('{')) {
    return { seen: 0, problems: [`dependency-cruiser: ${run.stderr.trim() || run.stdout}`] };
  }
  const report = JSON.parse(run.stdout) as CruiseReport;
  const files = listSources(root);
  const violations = report.summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} → ${to}`,
  );
  return {
    seen: report.modules.filter(({ source }) => source.startsWith('src/')).length,
    problems: [...violations, ...unseen(root, report, files), ...misplaced(files)],
  };
}

function listSources(root: string): string[] {
  return globSync('src/**/*.{ts,tsx}', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
}

function unseen(root: string, report: CruiseReport, files: readonly string[]): string[] {
  const found = new Map(report.modules.map((module) => [module.source, module]));
  if (files.length === 0) return ['too-few: no source file at all'];
  return files.flatMap((file) => {
    const module = found.get(file);
    if (!module) return [`too-few: ${file} was not looked at`];
    const text = readFileSync(path.join(root, file), 'utf8');
    const imports = /^(?:import|export)\s[^;'"]*?from\s+['"]/m.test(text);
    return imports && module.dependencies.length === 0
      ? [`too-few: no import seen in ${file}`]
      : [];
  });
}

/** A file outside the tree of design would escape the rows of the table. */
const PLACES = [
  /^src\/main(-web|-worker)?\.ts$/,
  /^src\/(app|platform|ui)\//,
  /^src\/modules\/[^/]+\/(index\.ts|pure\.ts|ui\.tsx)$/,
  /^src\/modules\/[^/]+\/(rules|data|use-cases|emails|web)\//,
];

function misplaced(files: readonly string[]): string[] {
  return files
    .filter((file) => !PLACES.some((place) => place.test(file)))
    .map((file) => `place: ${file} is in no folder of the tree`);
}

import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Places of the tree; a quoted path that begins with one must be there. */
const TOP = /^(?:src|tests|docs|db|data|bin|bench|\.ci)\//;
const IN_MODULE = /^(?:rules|data|use-cases|emails|web)\/|^(?:index\.ts|pure\.ts|ui\.tsx)$/;
const ALIAS = /^#(platform|ui|modules|app|tests)\//;
const FILE = /^[\w.-]+\.(?:ts|tsx|mjs|cjs|json|sql|css|md)$/;
/** What a quoted path may be made of; `<name>` and `{nom}` stand for anything. */
const PATH = /^#?[\w.@*-]+(?:\/[\w.@*{},<>éè-]+)*\/?$/;

/** `document: path` for each path that a document quotes in backticks and that is not in the tree. */
export function findUntruePaths(document: string, text: string): string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '');
  return [...prose.matchAll(/`([^`\n]+)`/g)]
    .map(([, quoted]) => (quoted ?? '').trim())
    .filter((quoted) => PATH.test(quoted) && !isThere(document, quoted))
    .map((quoted) => `${document}: ${quoted}`);
}

function isThere(document: string, quoted: string): boolean {
  const module = /^src\/modules\/[^/]+\//.exec(document)?.[0];
  const alias = ALIAS.exec(quoted)?.[1];
  if (alias) return matches(quoted.replace('#', alias === 'tests' ? '' : 'src/'));
  if (module && IN_MODULE.test(quoted) && matches(module + quoted)) return true;
  if (TOP.test(quoted)) return matches(quoted);
  if (FILE.test(quoted)) {
    return matches(quoted) || matches(`{src,tests,docs,db,data,bin,bench}/**/${quoted}`);
  }
  // A name, an address, a type: not a path of the tree.
  return !(module && IN_MODULE.test(quoted));
}

function matches(pattern: string): boolean {
  if (existsSync(pattern)) return true;
  return globSync(pattern.replace(/<[^>]*>/g, '*').replace(/\/$/, '')).length > 0;
}

/** Documents whose paths must stay true. */
export function listDocuments(): string[] {
  return globSync(['*.md', 'docs/**/*.md', 'src/**/README.md', 'data/**/README.md']);
}

/** Modules without their 15 lines. */
export function findModulesWithoutReadme(): string[] {
  return globSync('src/modules/*')
    .filter((folder) => statSync(folder).isDirectory())
    .filter((folder) => {
      const readme = path.join(folder, 'README.md');
      return !existsSync(readme) || readFileSync(readme, 'utf8').trim().split('\n').length < 3;
    });
}

/** The words of the field, as people say them and as the code writes them. */
export const WORDS: readonly (readonly [french: string, code: string])[] = [
  ['réseau', 'network'],
  ['jeune', 'youth'],
  ['structure', 'organisation'],
  ['lieu d’accueil', 'place'],
  ['conseiller', 'adviser'],
  ['professionnel', 'professional'],
  ['coordinateur', 'coordinator'],
  ['convention', 'agreement'],
  ['charte', 'charter'],
  ['fiche dispositif', 'programme'],
  ['offre de mobilité', 'opportunity'],
  ['offre de service', 'service'],
  ['thématique', 'theme'],
  ['plage d’ouverture', 'opening'],
  ['absence', 'absence'],
  ['créneau', 'slot'],
  ['rendez-vous', 'appointment'],
  ['demande de rappel', 'callback'],
  ['délai annoncé', 'contactDelay'],
  ['dossier du jeune', 'youthFile'],
  ['demande', 'helpRequest'],
  ['séjour', 'stay'],
  ['entretien honoré', 'held'],
  ['créneau retenu un instant', 'hold'],
  ['affiliation', 'affiliation'],
  ['Boussole locale', 'compass'],
  ['critère', 'criterion'],
  ['motif', 'reason'],
  ['territoire', 'territory'],
  ['commune', 'commune'],
  ['EPCI', 'epci'],
  ['bilan', 'activityReport'],
  ['rencontre', 'gathering'],
  ['formation', 'training'],
  ['supervision', 'supervision'],
  ['engagement', 'commitment'],
  ['cahier des charges', 'specification'],
  ['comité de suivi', 'committee'],
  ['jeunes ayant moins d’opportunités', 'fewerOpportunities'],
  ['passeport de compétences', 'passport'],
];

/** Words that the glossary does not bind: both forms must be on one of its lines. */
export function findMissingWords(glossary: string): string[] {
  const lines = glossary.replaceAll("'", '’').toLowerCase().split('\n');
  return WORDS.filter(
    ([french, code]) =>
      !lines.some(
        (line) => line.includes(french.toLowerCase()) && line.includes(`\`${code.toLowerCase()}\``),
      ),
  ).map(([french, code]) => `${french} = ${code}`);
}

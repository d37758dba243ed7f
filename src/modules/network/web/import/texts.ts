import { NBSP, NNBSP, formatCount, formatList } from '#ui/format.ts';
import { columnName } from '../../rules/import-columns.ts';
import type { ImportColumn } from '../../rules/import-columns.ts';
import type { ImportFileProblem } from '../../rules/import.ts';
import { MOST_IMPORT_LINES } from '../../rules/import.ts';
import type {
  ImportLineError,
  ImportOutcome,
  ImportReport,
  ImportedThing,
} from '../../use-cases/import-structures.ts';

export const outcomeTexts: Record<ImportedThing, Record<ImportOutcome, string>> = {
  structure: { created: 'structure créée', already: 'structure déjà là', kept: 'structure gardée' },
  affiliation: {
    created: 'entrée dans le réseau',
    already: 'déjà dans le réseau',
    kept: 'déjà dans le réseau',
  },
  place: { created: 'lieu ajouté', already: 'lieu déjà là', kept: 'lieu gardé' },
  person: { created: 'personne ajoutée', already: 'personne déjà connue', kept: 'personne gardée' },
  role: { created: 'rôle ajouté', already: 'rôle déjà là', kept: 'rôle gardé' },
  agreement: {
    created: 'convention enregistrée',
    already: 'convention déjà là',
    kept: 'une autre convention est enregistrée sur ces dates, elle est gardée',
  },
  training: {
    created: 'formation enregistrée',
    already: 'formation déjà là',
    kept: 'une autre date de formation est enregistrée, elle est gardée',
  },
  service: {
    created: 'mise en service enregistrée',
    already: 'mise en service déjà là',
    kept: 'une autre mise en service est enregistrée, elle est gardée',
  },
};

const NOUNS: Record<ImportedThing, { readonly one: string; readonly many: string }> = {
  structure: { one: 'structure', many: 'structures' },
  affiliation: { one: 'entrée dans le réseau', many: 'entrées dans le réseau' },
  place: { one: 'lieu d’accueil', many: 'lieux d’accueil' },
  person: { one: 'personne', many: 'personnes' },
  role: { one: 'rôle', many: 'rôles' },
  agreement: { one: 'convention', many: 'conventions' },
  training: { one: 'date de formation', many: 'dates de formation' },
  service: { one: 'mise en service', many: 'mises en service' },
};

/** « 2 structures, 3 lieux d’accueil et 5 personnes »; '' when nothing is new. */
export function createdText(created: ImportReport['created']): string {
  const things = Object.keys(NOUNS) as ImportedThing[];
  return formatList(
    things.flatMap((thing) => {
      const count = created[thing] ?? 0;
      return count === 0 ? [] : [formatCount(count, NOUNS[thing])];
    }),
  );
}

const EXAMPLE_DATE = 'par exemple 12/03/2026 ou 2026-03-12';

/** What to do about each; the column is said before it. */
const errorTexts: Record<ImportLineError['code'], string> = {
  missing: 'il manque cette réponse.',
  'too-long': '300 caractères au plus.',
  'not-a-siret': 'ce n’est pas un SIRET. Il a 14 chiffres, et sa clé doit être juste.',
  'not-a-date': `cette date n’est pas comprise ou n’existe pas${NBSP}: écrivez-la ${EXAMPLE_DATE}.`,
  'not-a-number': 'écrivez un nombre entier, de 0 à 200.',
  'not-yes-or-no': 'écrivez oui ou non.',
  'not-an-email': 'ce n’est pas une adresse électronique complète.',
  'not-a-phone': 'ce n’est pas un numéro de téléphone complet.',
  'not-an-address-of-site': 'ce n’est pas une adresse de site.',
  'unknown-legal-form':
    'forme juridique inconnue. Écrivez association, fondation, collectivité, établissement public, GIP, coopérative, société ou autre.',
  'unknown-role': 'écrivez conseiller, responsable ou référent.',
  'unknown-language':
    'une langue n’est pas reconnue. Écrivez son nom en français, séparé par des virgules.',
  'unknown-civility': 'écrivez madame ou monsieur.',
  'ends-before-start': 'cette fin vient avant le début.',
  'end-without-start': 'donnez aussi la date de début.',
  'place-without-name': 'donnez un nom au lieu que cette ligne décrit.',
  'person-without-name': 'donnez le prénom et le nom de la personne que cette ligne décrit.',
  'trained-but-not-adviser': 'une date de formation concerne un conseiller ou une conseillère.',
  'not-the-same-as-before':
    'une ligne plus haut dit autre chose. Écrivez la même chose sur chaque ligne.',
  'unknown-commune': 'commune introuvable. Vérifiez le nom, ou ajoutez le code postal.',
  'several-communes': 'plusieurs communes correspondent. Précisez le nom et le code postal',
  'commune-without-centre':
    'nos données ne situent pas cette commune sur la carte. Écrivez à l’administration de la plateforme.',
  'not-non-profit':
    'une société ne peut pas recevoir de jeunes pour ce réseau, réservé aux structures à but non lucratif.',
  'email-of-someone-else':
    'cette adresse est celle d’une personne d’un autre nom. Vérifiez l’adresse, le prénom et le nom.',
  'account-closed': 'le compte de cette personne est fermé. Donnez une autre adresse.',
  'starts-before-network': 'la structure n’est plus dans le réseau à cette date.',
  refused: 'cette ligne ne peut pas être enregistrée telle quelle.',
};

/** « Commune, « Trifouillis » : commune introuvable… » */
export function errorText(error: ImportLineError): string {
  const found = error.value === '' ? '' : ` («${NBSP}${shortened(error.value)}${NBSP}»)`;
  const among = 'among' in error && error.among ? `${NBSP}: ${formatList(error.among, 'ou')}.` : '';
  return `${nameOf(error.column)}${found}${NBSP}: ${errorTexts[error.code]}${among}`;
}

function shortened(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value;
}

function nameOf(column: ImportColumn): string {
  const name = columnName(column);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function problemText(problem: ImportFileProblem): string {
  const quoted = (columns: readonly ImportColumn[]) =>
    formatList(columns.map((column) => `«${NBSP}${columnName(column)}${NBSP}»`));
  switch (problem.kind) {
    case 'empty':
      return 'Le fichier ne contient aucune ligne sous les titres de colonnes.';
    case 'unclosed-quote':
      return `À la ligne ${problem.line}, un guillemet est ouvert et n’est jamais fermé.`;
    case 'missing-columns':
      return `Il manque des titres de colonnes${NBSP}: ${quoted(problem.columns)}. Partez du modèle.`;
    case 'columns-twice':
      return `Des colonnes sont là deux fois${NBSP}: ${quoted(problem.columns)}. Gardez-en une.`;
    case 'too-many-lines':
      return `Le fichier a ${formatCount(problem.lines, LINES)}${NNBSP}; importez-en ${MOST_IMPORT_LINES} au plus à la fois.`;
  }
}

export const LINES = { one: 'ligne', many: 'lignes' };

/** What each group of columns is for, as the page documents it. */
export const columnGroups: readonly {
  readonly title: string;
  readonly columns: readonly { readonly column: ImportColumn; readonly says: string }[];
}[] = [
  {
    title: 'La structure, répétée sur chacune de ses lignes',
    columns: [
      { column: 'structure', says: 'Obligatoire. Son nom.' },
      {
        column: 'siret',
        says: '14 chiffres. S’il est donné, c’est à lui que la structure est reconnue ; sinon, à son nom et à sa commune.',
      },
      {
        column: 'legalForm',
        says: 'Obligatoire : association, fondation, collectivité, établissement public, GIP, coopérative, société ou autre.',
      },
      { column: 'nonProfit', says: 'Oui ou non, pour une coopérative ou « autre ».' },
      { column: 'address', says: 'Numéro et rue.' },
      { column: 'postalCode', says: 'Utile quand plusieurs communes portent le même nom.' },
      { column: 'commune', says: 'Obligatoire.' },
      { column: 'civility', says: 'Madame ou monsieur.' },
      { column: 'representative', says: 'Prénom et nom de la personne qui signe.' },
      { column: 'quality', says: 'Présidente, maire, directeur…' },
      { column: 'phone', says: 'Avec ou sans espaces.' },
      { column: 'email', says: 'Adresse de contact de la structure.' },
      { column: 'website', says: 'Adresse du site.' },
      { column: 'infoJeunes', says: 'Oui si la structure a le label Info Jeunes.' },
      {
        column: 'affiliatedFrom',
        says: 'Sans date : le début de la convention, sinon aujourd’hui.',
      },
      { column: 'agreementFrom', says: 'Premier jour de la convention.' },
      { column: 'agreementUntil', says: 'Dernier jour de la convention, compris.' },
    ],
  },
  {
    title: 'Un lieu d’accueil, si la ligne en décrit un',
    columns: [
      { column: 'place', says: 'Son nom. Il est reconnu à son nom et à son adresse.' },
      { column: 'placeAddress', says: 'Vide : l’adresse de la structure.' },
      { column: 'placePostalCode', says: 'Vide : celui de la structure.' },
      { column: 'placeCommune', says: 'Vide : celle de la structure.' },
      {
        column: 'rooms',
        says: 'Nombre de bureaux fermés : il n’y a jamais plus d’entretiens sur place à la fois.',
      },
      { column: 'accessNotes', says: 'Comment venir, quelle porte, quel étage.' },
      { column: 'stepFree', says: 'Oui ou non.' },
      { column: 'placePhone', says: 'Le numéro à appeler le jour même.' },
    ],
  },
  {
    title: 'Une personne, si la ligne en décrit une',
    columns: [
      { column: 'givenName', says: 'Son prénom.' },
      { column: 'familyName', says: 'Son nom.' },
      {
        column: 'personEmail',
        says: 'Obligatoire pour une personne : c’est à cette adresse qu’elle est reconnue.',
      },
      { column: 'personPhone', says: 'Visible des seuls professionnels du réseau.' },
      { column: 'role', says: 'Conseiller (par défaut), responsable ou référent.' },
      { column: 'displayName', says: 'Comment les jeunes la voient. Vide : son prénom.' },
      { column: 'languages', says: 'En français, séparées par des virgules.' },
      { column: 'memberFrom', says: 'Vide : aujourd’hui.' },
      { column: 'memberUntil', says: 'Dernier jour, s’il est connu.' },
      { column: 'trainedOn', says: 'Date de la formation suivie.' },
      {
        column: 'serviceFrom',
        says: 'Premier jour où des créneaux peuvent être montrés ; pour la structure entière sur une ligne sans personne.',
      },
    ],
  },
];

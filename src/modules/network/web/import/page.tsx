import type { FormErrors } from '#platform/http/forms.ts';
import { Alert, Badge } from '#ui/alert.tsx';
import { Button, ButtonLink, ButtonRow } from '#ui/button.tsx';
import { Card, Disclosure } from '#ui/card.tsx';
import { Field, TextArea, controlAttributes, fieldId } from '#ui/field.tsx';
import { ErrorSummary, Form } from '#ui/form.tsx';
import { NBSP, formatCount } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import { Table } from '#ui/table.tsx';
import { columnName } from '../../rules/import-columns.ts';
import type { Network } from '../../rules/network.ts';
import type { ImportLineReport, ImportReport } from '../../use-cases/import-structures.ts';
import { networkPaths } from '../paths.ts';
import { LINES, columnGroups, createdText, errorText, outcomeTexts } from './texts.ts';

/** Posted names. */
export const IMPORT_FIELDS = { file: 'fichier', text: 'contenu', act: 'geste' } as const;

export interface ImportPageProps {
  readonly network: Network;
  /** What the file held, to be put right and sent again. */
  readonly text: string;
  readonly errors: FormErrors;
  /** What a file that could be read would do. */
  readonly report: ImportReport | null;
}

/** Upload or paste, look at what it would do, then import: nothing is written before the last button. */
export function ImportPage(props: ImportPageProps) {
  const { network, errors, report } = props;
  const isReady = report !== null && report.errorCount === 0;
  return (
    <div class="stack stack--loose">
      <ErrorSummary
        title="Le fichier n’a pas pu être lu"
        errors={Object.entries(errors).map(([name, message]) => ({
          fieldId: fieldId(name),
          message,
        }))}
      />
      <PageTitle
        title="Importer des structures"
        eyebrow={network.name}
        lead="Structures, lieux d’accueil, conseillers et dates de convention, depuis un tableur."
      />
      {report && <Report {...props} report={report} />}
      {!isReady && <ImportForm {...props} />}
      <Columns network={network} />
    </div>
  );
}

function Report({ network, text, report }: ImportPageProps & { readonly report: ImportReport }) {
  const wrong = report.lines.filter(({ errors }) => errors.length > 0);
  const sound = report.lines.filter(({ errors }) => errors.length === 0);
  return (
    <section class="stack" aria-labelledby="verification">
      <h2 id="verification">Vérification</h2>
      {wrong.length > 0 ? (
        <Alert kind="danger" level={3} live="alert" title="Rien n’est importé pour l’instant">
          <p>
            {formatCount(wrong.length, LINES)} à corriger sur {report.lines.length}. Corrigez dans
            la zone de texte plus bas ou dans votre tableur, puis vérifiez à nouveau.
          </p>
        </Alert>
      ) : (
        <Ready network={network} text={text} report={report} />
      )}
      <UnknownHeaders headers={report.unknownHeaders} />
      {wrong.length > 0 && <LineTable caption="Lignes à corriger" lines={wrong} />}
      {sound.length > 0 && (
        <Disclosure
          summary={`Voir ${formatCount(sound.length, LINES)} sans erreur`}
          open={wrong.length === 0 && sound.length <= 30}
        >
          <LineTable caption="Lignes sans erreur" lines={sound} />
        </Disclosure>
      )}
    </section>
  );
}

function Ready({
  network,
  text,
  report,
}: {
  readonly network: Network;
  readonly text: string;
  readonly report: ImportReport;
}) {
  const created = createdText(report.created);
  const again = (
    <ButtonLink href={networkPaths.import(network.slug)} kind="quiet">
      Choisir un autre fichier
    </ButtonLink>
  );
  if (created === '') {
    return (
      <Alert kind="info" level={3} live="status" title="Tout est déjà là">
        <p>
          Les {formatCount(report.lines.length, LINES)} de ce fichier sont déjà enregistrées. Il n’y
          a rien à importer.
        </p>
        {again}
      </Alert>
    );
  }
  return (
    <Alert kind="success" level={3} live="status" title="Le fichier est prêt à être importé">
      <p>Rien n’est encore écrit. L’import ajoutera {created}. Ce qui existe déjà ne change pas.</p>
      <Form
        action={networkPaths.import(network.slug)}
        encoding="multipart/form-data"
        hidden={{ [IMPORT_FIELDS.text]: text }}
      >
        <ButtonRow>
          <Button name={IMPORT_FIELDS.act} value="importer" icon="check">
            Importer {formatCount(report.lines.length, LINES)}
          </Button>
          {again}
        </ButtonRow>
      </Form>
    </Alert>
  );
}

function UnknownHeaders({ headers }: { readonly headers: readonly string[] }) {
  if (headers.length === 0) return null;
  return (
    <Alert kind="warning" level={3} title="Des colonnes ne sont pas lues">
      <p>Nous ne reconnaissons pas ces titres : {headers.join(', ')}.</p>
    </Alert>
  );
}

function LineTable({
  caption,
  lines,
}: {
  readonly caption: string;
  readonly lines: readonly ImportLineReport[];
}) {
  return (
    <Table
      caption={caption}
      narrow="stack"
      rows={lines}
      rowKey={({ line }) => String(line)}
      columns={[
        { key: 'line', header: 'Ligne', cell: ({ line }) => `Ligne${NBSP}${line}` },
        { key: 'state', header: 'État', cell: (line) => <StateBadge line={line} /> },
        {
          key: 'says',
          header: 'Détail',
          cell: ({ outcomes, errors }) =>
            errors.length > 0 ? (
              <ul class="plain-list">
                {errors.map((error) => (
                  <li key={`${error.column}${error.code}`}>{errorText(error)}</li>
                ))}
              </ul>
            ) : (
              outcomes.map(({ thing, outcome }) => outcomeTexts[thing][outcome]).join(' · ')
            ),
        },
      ]}
    />
  );
}

function StateBadge({ line }: { readonly line: ImportLineReport }) {
  if (line.errors.length > 0) return <Badge tone="danger">À corriger</Badge>;
  if (line.outcomes.some(({ outcome }) => outcome === 'kept')) {
    return <Badge tone="warning">À vérifier</Badge>;
  }
  return line.outcomes.some(({ outcome }) => outcome === 'created') ? (
    <Badge tone="success">Nouveau</Badge>
  ) : (
    <Badge>Déjà là</Badge>
  );
}

function ImportForm({ network, text, errors }: ImportPageProps) {
  const file = {
    name: IMPORT_FIELDS.file,
    label: 'Un fichier CSV',
    hint: 'Depuis un tableur : « Enregistrer sous », puis « CSV ». 5 Mo au plus.',
    need: 'optional',
    error: errors[IMPORT_FIELDS.file],
  } as const;
  return (
    <Card
      title={text === '' ? 'Choisir les données' : 'Corriger et vérifier à nouveau'}
      level={2}
      as="section"
    >
      <p>
        La vérification dit ligne par ligne ce qui serait fait. Rien n’est écrit avant votre accord,
        et le même fichier peut revenir sans créer de doublon.
      </p>
      <Form action={networkPaths.import(network.slug)} encoding="multipart/form-data">
        <Field {...file}>
          <input
            {...controlAttributes(file)}
            class="input input--full"
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
          />
        </Field>
        <TextArea
          name={IMPORT_FIELDS.text}
          label={text === '' ? 'Ou les cellules, copiées et collées' : 'Contenu lu'}
          hint="La première ligne contient les titres des colonnes. Un fichier choisi ci-dessus passe avant ce texte."
          need="optional"
          rows={text === '' ? 5 : 12}
          value={text}
        />
        <Button name={IMPORT_FIELDS.act} value="verifier" icon="search">
          Vérifier sans rien écrire
        </Button>
      </Form>
    </Card>
  );
}

function Columns({ network }: { readonly network: Network }) {
  return (
    <section class="stack" aria-labelledby="colonnes">
      <h2 id="colonnes">Les colonnes du fichier</h2>
      <p>
        Une ligne par personne, ou par lieu, ou par structure. Les colonnes peuvent être dans
        n’importe quel ordre ; celles qui ne servent pas peuvent manquer. Les dates s’écrivent
        12/03/2026 ou 2026-03-12.
      </p>
      <p>
        <ButtonLink
          href={networkPaths.importModel(network.slug)}
          kind="secondary"
          icon="download"
          download="modele-structures.csv"
        >
          Télécharger le modèle
        </ButtonLink>
      </p>
      {columnGroups.map(({ title, columns }) => (
        <Disclosure key={title} summary={title}>
          <Table
            caption={title}
            captionStyle="unseen"
            narrow="stack"
            rows={columns}
            rowKey={({ column }) => column}
            columns={[
              { key: 'name', header: 'Titre', cell: ({ column }) => columnName(column) },
              { key: 'says', header: 'Ce qu’on y écrit', cell: ({ says }) => says },
            ]}
          />
        </Disclosure>
      ))}
    </section>
  );
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FormErrors } from '#platform/http/forms.ts';
import { noErrors, oneValue } from '#platform/http/forms.ts';
import { notFound } from '#platform/http/page-error.ts';
import type { Upload } from '#platform/http/upload.ts';
import { decodeText, readUpload } from '#platform/http/upload.ts';
import { importModel } from '../../rules/import-model.ts';
import type { Network } from '../../rules/network.ts';
import type { ImportReport } from '../../use-cases/import-structures.ts';
import { importStructures } from '../../use-cases/import-structures.ts';
import { coordinatedNetwork, coordinationAccess } from '../coordinated.ts';
import { networkPaths } from '../paths.ts';
import { IMPORT_FIELDS, ImportPage } from './page.tsx';
import { problemText } from './texts.ts';

/** Bytes of a file, and of a text pasted. */
const MOST_BYTES = 5_000_000;

export function registerImportRoutes(app: FastifyInstance): void {
  const config = { access: coordinationAccess };
  app.get(networkPaths.import(':reseau'), { config }, async (request, reply) =>
    show(reply, await coordinatedNetwork(request), {}),
  );
  app.get(networkPaths.importModel(':reseau'), { config }, async (request, reply) => {
    await coordinatedNetwork(request);
    return reply
      .header('content-disposition', 'attachment; filename="modele-structures.csv"')
      .type('text/csv; charset=utf-8')
      .send(importModel());
  });
  app.post(
    networkPaths.import(':reseau'),
    { config: { ...config, limit: 'write' }, bodyLimit: MOST_BYTES },
    check,
  );
}

interface Shown {
  readonly text?: string;
  readonly errors?: FormErrors;
  readonly report?: ImportReport;
}

function show(reply: FastifyReply, network: Network, shown: Shown): FastifyReply {
  const { text = '', errors = noErrors, report } = shown;
  const isWrong = Object.keys(errors).length > 0 || (report?.errorCount ?? 0) > 0;
  return reply.page({
    title: `Importer des structures – ${network.name}`,
    surface: 'pro',
    networkSlug: network.slug,
    current: 'import',
    status: isWrong ? 422 : 200,
    hasErrors: isWrong,
    content: <ImportPage network={network} text={text} errors={errors} report={report ?? null} />,
  });
}

/** POST: what the file would do; or, asked for and without an error, its import. */
async function check(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const network = await coordinatedNetwork(request);
  const upload = await readUpload(request, { most: MOST_BYTES });
  const said = textOf(upload);
  if (said.error !== undefined)
    return show(reply, network, { errors: { [IMPORT_FIELDS.file]: said.error } });
  const { text } = said;
  const decision = await importStructures(request.ctx, {
    networkId: network.id,
    text,
    mode: oneValue(upload.values, IMPORT_FIELDS.act) === 'importer' ? 'confirm' : 'dry-run',
  });
  if (!decision.ok) throw notFound();
  const answer = decision.value;
  if (answer.kind === 'unreadable') {
    const errors = { [IMPORT_FIELDS.text]: problemText(answer.problem) };
    return show(reply, network, { text, errors });
  }
  const { report } = answer;
  if (!report.written) return show(reply, network, { text, report });
  return reply.redirect(
    `${networkPaths.structures(network.slug)}?importe=${report.lines.length}`,
    303,
  );
}

function textOf({
  values,
  file,
}: Upload): { readonly text: string; readonly error?: undefined } | { readonly error: string } {
  if (file === 'too-large')
    return { error: 'Le fichier dépasse 5 Mo. Importez-le en plusieurs fois.' };
  if (file && /\.(xlsx?|ods|numbers|pdf)$/i.test(file.name)) {
    return {
      error:
        'Ce fichier n’est pas du CSV. Dans le tableur, choisissez « Enregistrer sous », puis « CSV ».',
    };
  }
  const text = file ? decodeText(file.bytes) : oneValue(values, IMPORT_FIELDS.text);
  if (text.trim() === '') return { error: 'Choisissez un fichier, ou collez des cellules.' };
  // A NUL never comes from a spreadsheet's text, and the database refuses it.
  return { text: text.replaceAll('\0', '') };
}

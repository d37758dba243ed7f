import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import { noErrors, oneValue, readForm, valuesOf } from '#platform/http/forms.ts';
import { notFound } from '#platform/http/page-error.ts';
import type { Network } from '../../rules/network.ts';
import { changeNetworkSettings } from '../../use-cases/change-network-settings.ts';
import { coordinatedNetwork, coordinationAccess } from '../coordinated.ts';
import { networkPaths } from '../paths.ts';
import { identityOf, problemsOf, settingsForm, settingsOf, valuesOfNetwork } from './form.ts';
import { SettingsPage } from './page.tsx';

export function registerSettingsRoutes(app: FastifyInstance): void {
  const config = { access: coordinationAccess };
  app.get(networkPaths.settings(':reseau'), { config }, async (request, reply) => {
    const network = await coordinatedNetwork(request);
    const saved = oneValue(valuesOf(request.query), 'fait') === 'oui' ? 'just-now' : null;
    return show(reply, network, { values: valuesOfNetwork(network), errors: noErrors, saved });
  });
  app.post(networkPaths.settings(':reseau'), { config: { ...config, limit: 'write' } }, save);
}

interface Shown {
  readonly values: FormValues;
  readonly errors: FormErrors;
  readonly saved: 'just-now' | null;
}

function show(reply: FastifyReply, network: Network, shown: Shown): FastifyReply {
  const isWrong = Object.keys(shown.errors).length > 0;
  return reply.page({
    title: `Réglages – ${network.name}`,
    surface: 'pro',
    networkSlug: network.slug,
    current: 'reglages',
    status: isWrong ? 422 : 200,
    hasErrors: isWrong,
    content: <SettingsPage network={network} {...shown} />,
  });
}

async function save(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const network = await coordinatedNetwork(request);
  const reading = readForm(settingsForm, request.body);
  const again = (errors: FormErrors) =>
    show(reply, network, { values: reading.values, errors, saved: null });
  if (!reading.ok) return again(inFormOrder(reading.errors));
  const settings = settingsOf(reading.value);
  const problems = problemsOf(settings);
  if (Object.keys(problems).length > 0) return again(problems);
  const decision = await changeNetworkSettings(request.ctx, {
    networkId: network.id,
    changes: settings,
    identity: identityOf(reading.value),
  });
  if (decision.ok) return reply.redirect(`${networkPaths.settings(network.slug)}?fait=oui`, 303);
  if (decision.refusal === 'not-allowed' || decision.refusal === 'not-found') throw notFound();
  // Each field was read: what the rules still refuse is the whole's.
  return again({ wording: 'Ces réglages ne peuvent pas être enregistrés ensemble.' });
}

/** An error of one item of a list belongs to its field. */
function inFormOrder(errors: FormErrors): FormErrors {
  return Object.fromEntries(
    Object.entries(errors).map(([name, message]) => [name.split('.')[0] ?? name, message]),
  );
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import { newIncidentNumber } from '#platform/chance.ts';
import { isUnreachable } from '#platform/db/errors.ts';
import { PageError } from '#platform/http/page-error.ts';
import type { PageErrorStatus } from '#platform/http/page-error.ts';
import { ButtonLink } from '#ui/button.tsx';
import { PageTitle } from '#ui/page.tsx';

interface ErrorWords {
  readonly title: string;
  readonly what: string;
  readonly next: string;
}

/** Each page says what happened and what to do next, in words of a 16-year-old. */
const words: Record<PageErrorStatus | 500, ErrorWords> = {
  400: {
    title: 'Nous n’avons pas compris la demande',
    what: 'L’adresse ou le formulaire envoyé est incomplet.',
    next: 'Reviens à la page d’avant et recommence.',
  },
  401: {
    title: 'Il faut te connecter',
    what: 'Cette page est réservée aux personnes connectées.',
    next: 'Connecte-toi, puis ouvre la page à nouveau.',
  },
  403: {
    title: 'Cette page n’est pas ouverte pour toi',
    what: 'Le rôle sous lequel tu agis ne donne pas accès à cette page.',
    next: 'Si tu as plusieurs rôles, choisis-en un autre. Sinon, demande à la personne qui coordonne ton réseau.',
  },
  404: {
    title: 'Page introuvable',
    what: 'Cette page n’existe pas, n’existe plus, ou le lien a été coupé en chemin.',
    next: 'Vérifie l’adresse, ou repars de l’accueil.',
  },
  409: {
    title: 'La situation a changé entre-temps',
    what: 'Quelqu’un d’autre a été plus rapide, ou tu as déjà fait cette action.',
    next: 'Reviens à la page d’avant : elle te montre où on en est.',
  },
  410: {
    title: 'Ce lien ne sert plus',
    what: 'Il a déjà servi, ou sa durée est passée.',
    next: 'Demande un nouveau lien.',
  },
  422: {
    title: 'Il manque quelque chose dans le formulaire',
    what: 'Une réponse est absente ou n’a pas la forme attendue.',
    next: 'Reviens à la page d’avant et corrige la réponse.',
  },
  429: {
    title: 'Trop de demandes d’un coup',
    what: 'Pour protéger le service, nous limitons le nombre de demandes par minute.',
    next: 'Attends une minute, puis recommence. Rien n’a été perdu.',
  },
  500: {
    title: 'Quelque chose s’est cassé de notre côté',
    what: 'Ce n’est pas ta faute. L’incident est noté.',
    next: 'Recommence dans quelques minutes. Si ça continue, écris-nous en donnant le numéro d’incident.',
  },
  503: {
    title: 'Le service fait une courte pause',
    what: 'Nous n’arrivons pas à répondre pour le moment.',
    next: 'Recommence dans une minute. Rien de ce qui était confirmé n’est perdu.',
  },
};

interface ErrorPageProps {
  readonly status: PageErrorStatus | 500;
  readonly message?: string;
  readonly incident?: string;
  readonly children?: ComponentChildren;
}

export function ErrorPage({ status, message, incident }: ErrorPageProps) {
  const { what, next } = words[status];
  return (
    <>
      <PageTitle title={words[status].title} eyebrow={`Erreur ${status}`} />
      <p>{message || what}</p>
      <p>{next}</p>
      {incident && (
        <p>
          Numéro d’incident : <strong>{incident}</strong>
        </p>
      )}
      <p class="button-row">
        {status === 401 && <ButtonLink href="/connexion">Me connecter</ButtonLink>}
        <ButtonLink href="/" kind={status === 401 ? 'secondary' : 'primary'}>
          Aller à l’accueil
        </ButtonLink>
      </p>
    </>
  );
}

/** One place turns what went wrong into a page; the message of a broken world is never shown (design §4). */
export function registerErrorPages(app: FastifyInstance): void {
  app.setNotFoundHandler(
    { preHandler: app.rateLimit({ max: 120, timeWindow: 60_000 }) },
    (_request, reply) => sendError(reply, { status: 404 }),
  );
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof PageError) {
      return sendError(reply, { status: error.status, message: error.message });
    }
    const status = clientStatusOf(error);
    if (status) return sendError(reply, { status });
    if (isUnreachable(error)) return sendError(reply.header('retry-after', '60'), { status: 503 });
    return sendIncident(error, request, reply);
  });
}

function clientStatusOf(error: unknown): PageErrorStatus | null {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : null;
  if (status === 413 || status === 415 || status === 400) return 400;
  if (status === 429 || status === 404 || status === 503) return status;
  return null;
}

function sendIncident(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const incident = newIncidentNumber();
  request.log.error({ err: error, incident, route: request.routeOptions.url }, 'incident');
  return sendError(reply, { status: 500, incident });
}

function sendError(reply: FastifyReply, props: ErrorPageProps): FastifyReply {
  const { request } = reply;
  if (request.url.startsWith('/api/')) {
    return reply.status(props.status).send({
      error: words[props.status].title,
      message: props.message || words[props.status].what,
    });
  }
  const surface = /^\/(pro|coordination|pilotage|admin)(\/|$)/.test(request.url) ? 'pro' : 'public';
  const title = words[props.status].title;
  return reply.page({ title, surface, status: props.status, content: <ErrorPage {...props} /> });
}

import type { FastifyInstance } from 'fastify';
import { newId, newToken } from '#platform/chance.ts';
import { found } from '#tests/appointments/kit.ts';
import type { Entered, Role, Scene, ScopeOf } from './scene.ts';

/** `GET /pro/rendez-vous/:id` for each route of the router itself, HEAD aside, in the order of addresses. */
export function routesOf(app: FastifyInstance): readonly string[] {
  const routes: string[] = [];
  const parents: string[] = [];
  for (const line of app.printRoutes({ commonPrefix: false }).split('\n')) {
    const found = /^((?:[│ ] {3})*)[└├]── (\S+)(?: \((.*)\))?$/.exec(line);
    if (!found) continue;
    const depth = (found[1] ?? '').length / 4;
    const path = `${depth === 0 ? '' : (parents[depth - 1] ?? '')}${found[2] ?? ''}`.replaceAll(
      '//',
      '/',
    );
    parents[depth] = path;
    const methods = (found[3] ?? '')
      .split(', ')
      .filter((one) => one === 'GET' || one === 'POST' || /^(PUT|PATCH|DELETE)$/.test(one));
    routes.push(...methods.map((method) => `${method} ${path}`));
  }
  return routes.toSorted();
}

/** Routes that end or change a session: each call has a session of its own. */
const ON_A_SESSION = /^POST \/(connexion|deconnexion|mon-compte|demo)/;

export interface Asked {
  readonly scene: Scene;
  readonly route: string;
  readonly role: Role;
  readonly scope: ScopeOf;
}

/** Addresses without a parameter that show one adviser's calendar all the same. */
const OF_A_CALENDAR = /^(GET|POST) \/pro\/(plages|absences|calendrier|rendez-vous\/nouveau)/;

/** Whether the answer depends on whose the object is. */
export function isScoped(route: string): boolean {
  return route.includes('/:') || OF_A_CALENDAR.test(route);
}

/** What the server answers to that role about an object of that scope. */
export async function statusOf(asked: Asked): Promise<number> {
  const { scene, route, role } = asked;
  const [method = ''] = route.split(' ');
  const entered = ON_A_SESSION.test(route) ? await scene.enter(role) : scene.people[role];
  const url = await addressOf(asked, entered);
  const answer =
    method === 'GET'
      ? await entered.visit.get(url)
      : await entered.visit.post(url, fieldsOf(asked));
  return answer.statusCode;
}

function queryOf({ route, scene, scope }: Asked): string {
  if (route === 'GET /:reseau/rendez-vous/creneaux') return '?mode=telephone';
  const { adviser } = scene.of[scope];
  if (route === 'GET /pro/rendez-vous/nouveau') return `?qui=${adviser}`;
  if (route === 'GET /pro/rendez-vous/nouveau/heure') {
    return `?qui=${adviser}&date=2026-11-16&heure=09:00&duree=30&mode=telephone`;
  }
  if (route === 'GET /pro/rendez-vous/nouveau/personne')
    return `?creneau=${slotField(scene, scope)}`;
  return OF_A_CALENDAR.test(route) ? `?conseiller=${adviser}` : '';
}

/** The value of a slot's button. */
function slotField(scene: Scene, scope: ScopeOf): string {
  const { start, personId, mode, placeId } = scene.slot(scope);
  return [start, personId, mode, placeId ?? ''].join('|');
}

/** The fields without which a form says nothing about who may. Elsewhere an empty form is sent: 422 says that one may. */
function fieldsOf({ route, scene, scope }: Asked): Readonly<Record<string, string>> {
  if (route === 'POST /rdv/:jeton/retard') return { minutes: '10' };
  if (route === 'POST /demo/connexion') return { person: scene.of.own.adviser };
  if (route === 'POST /pro/rendez-vous/:id/suite') return { suite: 'tenu' };
  if (route === 'POST /pro/plages/:plage/fois/:jour') return { geste: 'changer' };
  const wantsSlot = /\/(retenir|deplacer|transferer|nouveau\/personne|choix\/:jeton)$/.test(route);
  return wantsSlot ? { creneau: slotField(scene, scope) } : {};
}

/** The address of a route, its parameters being objects of that scope. */
export async function addressOf(asked: Asked, entered: Entered): Promise<string> {
  const [, pattern = ''] = asked.route.split(' ');
  let address = pattern;
  for (const [parameter] of pattern.matchAll(/:[A-Za-z]+/g)) {
    address = address.replace(
      parameter,
      encodeURIComponent(await valueOf(asked, { pattern, parameter, entered })),
    );
  }
  // What a parameter is matched with is not part of the address.
  return `${address.replaceAll(/\([^)]*\)/g, '')}${queryOf(asked)}`;
}

interface Wanted {
  readonly pattern: string;
  readonly parameter: string;
  readonly entered: Entered;
}

/** The object that a parameter of an address names. A parameter not known here fails the walk. */
async function valueOf(asked: Asked, wanted: Wanted): Promise<string> {
  const { scene, scope } = asked;
  const specimens = scene.of[scope];
  const values: Readonly<Record<string, () => string | Promise<string>>> = {
    ':reseau': () => specimens.network.slug,
    ':file': () => `${specimens.network.slug}.css`,
    ':jeton': () => secretOf(asked, wanted.pattern),
    ':token': () => newToken(),
    ':id': () => (wanted.pattern.startsWith('/demo') ? aMessage(scene) : idOf(asked)),
    ':plage': () => scene.opening(scope),
    ':jour': () => '2026-11-14',
    ':absence': () => scene.absence(scope),
    ':entretien': () => idOf(asked),
    ':structure': () => specimens.office.organisationId,
    ':lieu': () => specimens.office.placeId,
    ':membre': () => scene.member(scope),
    ':sessionId': () => aSession(asked, wanted.entered),
    ':passkeyId': () => newId<'Passkey'>(),
  };
  const value = values[wanted.parameter];
  if (!value)
    throw new Error(
      `no specimen for ${wanted.parameter} of ${wanted.pattern}: give it one in tests/security/walk.ts`,
    );
  return value();
}

async function idOf({ scene, scope }: Asked): Promise<string> {
  return (await scene.interview(scope)).appointmentId;
}

/** The link-holder has the secret of what is theirs; everyone else, and for anything else, tries an id for a secret. */
async function secretOf({ scene, role, scope }: Asked, pattern: string): Promise<string> {
  if (pattern.startsWith('/agenda/'))
    return role === 'link-holder' && scope === 'own' ? feedOf(scene) : newToken();
  const isHold = pattern.includes('/choix/');
  if (role === 'link-holder' && scope === 'own') {
    return isHold ? scene.hold('own') : (await scene.interview('own')).token;
  }
  // A true secret, of another network than that of the address.
  if (role === 'link-holder' && isHold && scope === 'other-network') return scene.hold('own');
  return (await scene.interview(scope)).appointmentId;
}

/** The secret of an adviser's calendar feed, as its page gives it once. */
async function feedOf({ people }: Scene): Promise<string> {
  const page = await people.adviser.visit.post('/pro/agenda');
  return found(/\/agenda\/([\w-]+)\.ics/.exec(page.body)?.[1]);
}

/** A second session of the same person, or a session of someone else. */
async function aSession({ scene, role, scope }: Asked, entered: Entered): Promise<string> {
  const whose =
    scope === 'own'
      ? entered.personId
      : scene.people[role === 'manager' ? 'coordinator' : 'manager'].personId;
  if (whose === null) return newId<'Session'>();
  const [row] = await scene.kit.rows<{ id: string }>(
    `select s.id from accounts.session s join accounts.sign_in i on i.login_id = s.login_id where i.person_id = $1
     order by s.created_at desc limit 1`,
    [whose],
  );
  return found(row).id;
}

/** A message kept by the demonstration. */
async function aMessage({ kit }: Scene): Promise<string> {
  const id = newId<'Outbox'>();
  await kit.rows(
    `insert into platform.outbox (id, at, channel, recipient, sender, subject, text_body, html_body, calendar_body, calendar_method, message_id)
     values ($1, $2, 'email', 'ines@courriel.example', 'x@y.example', 'Bonjour', 'Bonjour', '<p>Bonjour</p>', 'BEGIN:VCALENDAR', 'REQUEST', $3)`,
    [id, kit.clock.now().toString(), `<${id}@cairn.example>`],
  );
  return id;
}

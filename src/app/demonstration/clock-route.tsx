import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { oneValue, valuesOf } from '#platform/http/forms.ts';
import type { Installation } from '../installation.ts';
import { advanceClock, MOST_DAYS } from './advance-clock.ts';
import { ClockPage } from './clock-page.tsx';
import type { ClockPageProps } from './clock-page.tsx';
import { listMessagesSince } from './messages.ts';
import { demoPaths } from './paths.ts';

const ZONE = 'Europe/Paris';
const MORNING = { hour: 8, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 };

/** GET shows the time and what left since `depuis`; POST moves it forward. */
export function registerClock(app: FastifyInstance, installation: Installation): void {
  const { services } = installation;
  const config = { access: { kind: 'demonstration' } } as const;
  app.get(demoPaths.clock, { config }, async (request, reply) => {
    const from = readInstant(oneValue(valuesOf(request.query), 'depuis'));
    const now = services.clock.now();
    if (!from) return showClock(reply, { now });
    const messages = await services.db.inInstallation((tx) => listMessagesSince(tx, from));
    return showClock(reply, { now, moved: { from, messages } });
  });
  app.post(demoPaths.clock, { config }, async (request: FastifyRequest, reply) => {
    const values = valuesOf(request.body);
    const now = services.clock.now();
    const date = oneValue(values, 'date');
    const aim = aimOf(oneValue(values, 'pas'), date, now);
    if (typeof aim === 'string') return showClock(reply, { now, date, error: aim });
    await advanceClock(installation, aim);
    return reply.redirect(demoPaths.moved(now), 303);
  });
}

function showClock(reply: FastifyReply, props: ClockPageProps): FastifyReply {
  return reply.page({
    title: 'Avancer l’horloge',
    surface: 'public',
    status: props.error ? 422 : 200,
    hasErrors: props.error !== undefined,
    content: <ClockPage {...props} />,
  });
}

/** Where a step leads, or why it leads nowhere. */
export function aimOf(
  step: string,
  date: string,
  now: Temporal.Instant,
): Temporal.Instant | string {
  const local = now.toZonedDateTimeISO(ZONE);
  switch (step) {
    case 'heure':
      return now.add({ hours: 1 });
    case 'demain':
      return local.add({ days: 1 }).with(MORNING).toInstant();
    case 'deux-jours':
      return local.add({ days: 2 }).toInstant();
    default:
      return aimOfDate(date, local);
  }
}

function aimOfDate(date: string, now: Temporal.ZonedDateTime): Temporal.Instant | string {
  const day = readDate(date);
  if (!day) return 'Choisis un jour.';
  const days = now.toPlainDate().until(day).days;
  if (days < 1) return 'Choisis un jour à partir de demain : l’horloge ne revient pas en arrière.';
  if (days > MOST_DAYS) return `Choisis un jour dans les ${MOST_DAYS} qui viennent.`;
  return day.toZonedDateTime({ timeZone: ZONE, plainTime: { hour: MORNING.hour } }).toInstant();
}

function readDate(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return null;
  }
}

function readInstant(text: string): Temporal.Instant | null {
  try {
    return text === '' ? null : Temporal.Instant.from(text);
  } catch {
    return null;
  }
}

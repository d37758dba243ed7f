import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '#platform/http/page-error.ts';
import { noErrors, oneValue, valuesOf } from '#platform/http/forms.ts';
import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import type { PersonId, PlaceId } from '#platform/kernel/actor.ts';
import { parseId } from '#platform/kernel/id.ts';
import { localDateAt } from '#platform/kernel/time.ts';
import { zoneClock } from '../../../rules/zone-clock.ts';
import { listStaffSlots } from '../../../use-cases/list-staff-slots.ts';
import { listCalendars } from '../../../use-cases/open-calendar.ts';
import { openDesk, zoneOf } from '../../../use-cases/open-desk.ts';
import type { Desk, DeskChoice } from '../../../use-cases/open-desk.ts';
import { modeOfWord } from '../../paths.ts';
import { writeSlot } from '../../slot-field.ts';
import { actingOf } from '../interviews/acting.ts';
import { dayAsked } from '../interviews/move-route.tsx';
import { interviewPaths } from '../interview-paths.ts';
import { readDay, readTime, readWhole } from '../typed.ts';
import { ChoosePage, WhosePage } from './choose-page.tsx';

/** GET: a week of someone's slots, and the form of any other time. */
export async function showChoose(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { actor, network } = await actingOf(request);
  const asked = parseId<'Person'>(oneValue(valuesOf(request.query), 'qui')) as PersonId | null;
  const personId = asked ?? (actor.role === 'adviser' ? actor.personId : null);
  if (personId === null) {
    return reply.page({
      title: 'Prendre un rendez-vous',
      surface: 'pro',
      networkSlug: network.slug,
      current: 'rendez-vous',
      content: <WhosePage others={await listCalendars(request.ctx)} />,
    });
  }
  const desk = await openDesk(request.ctx, personId);
  if (!desk) throw notFound();
  return choosePage(request, reply, { desk, values: {}, errors: noErrors });
}

interface Shown {
  readonly desk: Desk;
  readonly values: FormValues;
  readonly errors: FormErrors;
}

async function choosePage(
  request: FastifyRequest,
  reply: FastifyReply,
  shown: Shown,
): Promise<FastifyReply> {
  const { calendar, structure } = shown.desk;
  const { network, personId } = calendar;
  const modeAsked = modeOfWord(oneValue(valuesOf(request.query), 'mode'));
  const mode = modeAsked ?? (structure.places.length > 0 ? 'in-person' : 'video');
  const from = dayAsked(request);
  const found = await listStaffSlots(request.ctx, {
    network,
    personId,
    organisationId: structure.organisationId,
    mode,
    ...(from ? { from } : {}),
  });
  const hasErrors = Object.keys(shown.errors).length > 0;
  return reply.page({
    title: 'Prendre un rendez-vous',
    surface: 'pro',
    networkSlug: network.slug,
    current: 'rendez-vous',
    status: hasErrors ? 422 : 200,
    hasErrors,
    content: (
      <ChoosePage
        {...{ ...shown, mode, found }}
        today={localDateAt(request.ctx.now(), found.zone)}
        others={calendar.whose === 'own' ? [] : await listCalendars(request.ctx)}
      />
    ),
  });
}

/** GET: a day and an hour typed by hand become the address of the second screen; 422 when they are none. */
export async function showFreeTime(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const values = valuesOf(request.query);
  const personId = parseId<'Person'>(oneValue(values, 'qui')) as PersonId | null;
  const desk = personId && (await openDesk(request.ctx, personId));
  if (!desk) throw notFound();
  const { choice, errors } = readFreeTime(desk, values);
  if (!choice) return choosePage(request, reply, { desk, values, errors });
  return reply.redirect(interviewPaths.createFor(writeSlot(choice), choice.minutes), 303);
}

interface FreeTime {
  readonly choice: DeskChoice | null;
  readonly errors: FormErrors;
}

function readFreeTime(desk: Desk, values: FormValues): FreeTime {
  const day = readDay(oneValue(values, 'date'));
  const time = readTime(oneValue(values, 'heure'));
  const minutes = readWhole(oneValue(values, 'duree'), [10, 480]);
  const way = wayAsked(desk, values);
  if (day === null || time === null || minutes === null || typeof way === 'string') {
    const errors = {
      ...(day === null ? { date: 'Il manque le jour. Exemple : 24/11/2026.' } : {}),
      ...(time === null ? { heure: 'Il manque l’heure. Exemple : 14:30.' } : {}),
      ...(minutes === null ? { duree: 'La durée va de 10 à 480 minutes.' } : {}),
      ...(typeof way === 'string' ? { mode: way } : {}),
    };
    return { choice: null, errors };
  }
  const start = zoneClock(zoneOf(desk, way)).instantOf(day, time);
  return { choice: { personId: desk.calendar.personId, start, minutes, ...way }, errors: noErrors };
}

/** How and where, or what is missing. */
function wayAsked(desk: Desk, values: FormValues): Pick<DeskChoice, 'mode' | 'placeId'> | string {
  const mode = modeOfWord(oneValue(values, 'mode'));
  if (mode === null) return 'Il manque la façon de se voir.';
  if (mode !== 'in-person') return { mode, placeId: null };
  const placeId = placeAsked(desk, oneValue(values, 'lieu'));
  return placeId === null
    ? 'Aucun lieu où recevoir : choisissez la visio ou le téléphone.'
    : { mode, placeId };
}

/** The place named, or the only one. */
function placeAsked({ structure }: Desk, text: string): PlaceId | null {
  const named = structure.places.find((place) => place.id === text);
  return (named ?? structure.places[0])?.id ?? null;
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '#platform/http/page-error.ts';
import { noErrors, oneValue, readForm, valuesOf } from '#platform/http/forms.ts';
import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import { resolveCommune } from '#modules/territories/index.ts';
import type { CommuneMatch, CommuneResolution } from '#modules/territories/index.ts';
import { COMMUNE_ISLAND, communeError } from '#modules/territories/ui.tsx';
import { bookForSomeone } from '../../../use-cases/book-for-someone.ts';
import type { DeskRefusal } from '../../../use-cases/book-for-someone.ts';
import { openDesk, readDeskSlot } from '../../../use-cases/open-desk.ts';
import type { Desk, DeskChoice } from '../../../use-cases/open-desk.ts';
import { detailsForm } from '../../details/form.ts';
import { readSlot } from '../../slot-field.ts';
import { interviewPaths } from '../interview-paths.ts';
import { readWhole } from '../typed.ts';
import { PersonPage } from './person-page.tsx';
import { deskRefusal } from './texts.ts';

interface Asked {
  readonly desk: Desk;
  readonly choice: DeskChoice;
}

/** The time that an address or a form stands for, in a calendar that is the actor's to fill; 404 otherwise. */
async function askedOf(request: FastifyRequest, values: FormValues): Promise<Asked> {
  const slot = readSlot(oneValue(values, 'creneau'));
  const desk = slot && (await openDesk(request.ctx, slot.personId));
  if (!desk) throw notFound();
  const minutes = readWhole(oneValue(values, 'duree'), [10, 480]);
  return { desk, choice: { ...slot, minutes } };
}

export async function showPerson(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const asked = await askedOf(request, valuesOf(request.query));
  return personPage(request, reply, { ...asked, values: {}, errors: noErrors, refusal: null });
}

interface Shown extends Asked {
  readonly values: FormValues;
  readonly errors: FormErrors;
  /** The time itself is at stake. */
  readonly refusal: string | null;
  readonly communeChoices?: readonly CommuneMatch[];
}

/** Reads the time again each time it is shown: what others did meanwhile is said, and what was typed is kept (rdvsp #5367). */
async function personPage(
  request: FastifyRequest,
  reply: FastifyReply,
  shown: Shown,
): Promise<FastifyReply> {
  const { desk, choice, values, errors, refusal } = shown;
  const { network } = desk.calendar;
  const standing = await readDeskSlot(request.ctx, { desk, choice });
  const head = refusal ?? (standing.ok ? null : wordsOf(desk, standing.refusal).message);
  const hasErrors = Object.keys(errors).length > 0;
  return reply.page({
    title: 'Prendre un rendez-vous : pour qui',
    surface: 'pro',
    networkSlug: network.slug,
    current: 'rendez-vous',
    status: refusal ? 409 : hasErrors ? 422 : 200,
    hasErrors: hasErrors || refusal !== null,
    islands: [COMMUNE_ISLAND],
    content: (
      <PersonPage
        {...{ desk, choice, values, errors }}
        slot={standing.ok ? standing.value : null}
        refusal={head}
        formToken={oneValue(values, 'cle') || request.ctx.newToken()}
        smsOffered={request.ctx.sms !== null}
        {...(shown.communeChoices ? { communeChoices: shown.communeChoices } : {})}
      />
    ),
  });
}

function wordsOf({ calendar }: Desk, refusal: DeskRefusal) {
  const { ageMin, ageMax } = calendar.network.settings;
  return deskRefusal(refusal, { min: ageMin, max: ageMax });
}

const ORIGINS = { telephone: 'phone', 'sur-place': 'on-site' } as const;

/** POST: 303 to the interview, 422 with what was typed, 409 with what is in the way now. */
export async function confirmPerson(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const asked = await askedOf(request, valuesOf(request.body));
  const reading = readForm(detailsForm, request.body);
  const { values } = reading;
  const origin = (Object.keys(ORIGINS) as (keyof typeof ORIGINS)[]).find(
    (one) => one === oneValue(values, 'origine'),
  );
  const commune = { code: oneValue(values, 'communeCode'), text: oneValue(values, 'commune') };
  const resolution = await resolveCommune(request.ctx, commune);
  if (!reading.ok || !origin || resolution.kind !== 'found') {
    const errors = {
      ...(origin ? {} : { origine: 'Il manque la façon dont la personne est venue.' }),
      ...(reading.ok ? {} : reading.errors),
      ...communeErrors(resolution, commune.text),
    };
    return personPage(request, reply, {
      ...asked,
      values,
      errors,
      refusal: null,
      ...choicesOf(resolution),
    });
  }
  const decision = await bookForSomeone(request.ctx, {
    ...asked,
    visitor: { ...reading.value, commune: resolution.commune, forSomeoneElse: false },
    origin: ORIGINS[origin],
    consent: oneValue(values, 'enPlus') === 'oui' ? 'given' : 'not-given',
    formToken: oneValue(values, 'cle') || request.ctx.newToken(),
  });
  if (decision.ok) return reply.redirect(interviewPaths.said(decision.value, 'pris'), 303);
  return personPage(request, reply, {
    ...asked,
    values,
    ...refusedAs(asked.desk, decision.refusal),
  });
}

/** Beside its field; at the head too when the time itself is at stake. */
function refusedAs(desk: Desk, refusal: DeskRefusal): Pick<Shown, 'errors' | 'refusal'> {
  const { field, message } = wordsOf(desk, refusal);
  const isConflict = field === null || refusal === 'consent-needed';
  return { errors: field ? { [field]: message } : noErrors, refusal: isConflict ? message : null };
}

function communeErrors(resolution: CommuneResolution, typed: string): FormErrors {
  return resolution.kind === 'found'
    ? noErrors
    : { commune: communeError(resolution, typed) ?? '' };
}

function choicesOf(resolution: CommuneResolution): Pick<Shown, 'communeChoices'> {
  return resolution.kind === 'several' ? { communeChoices: resolution.matches } : {};
}

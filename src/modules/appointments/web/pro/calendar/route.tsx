import type { FastifyReply, FastifyRequest } from 'fastify';
import { oneValue, valuesOf } from '#platform/http/forms.ts';
import { dateOfEpochDay } from '#platform/kernel/time.ts';
import { askWhyNot } from '../../../use-cases/ask-why-not.ts';
import { readCalendar } from '../../../use-cases/read-calendar.ts';
import { mustChoose, openedBy, showChoice } from '../calendar-of.tsx';
import { readOffers } from '../read-offers.ts';
import { readDay, readTime } from '../typed.ts';
import { CalendarPage } from './page.tsx';
import { periodOf, VIEWS } from './period.ts';
import { WhyNotPage } from './why-not-page.tsx';
import { periodTitle } from './words.ts';

const CALENDAR_PAGE = { surface: 'pro', current: 'calendrier' } as const;

/** GET: a day, a week (unless said) or a month of a calendar, or whose to open. */
export async function showCalendar(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (mustChoose(request)) {
    const choice = { title: 'Calendrier', current: 'calendrier' };
    return showChoice(request, reply, { ...choice, hrefOf: (paths) => paths.calendar() });
  }
  const opened = await openedBy(request);
  const values = valuesOf(request.query);
  const view = VIEWS.find((one) => one === oneValue(values, 'vue')) ?? 'semaine';
  const asked = readDay(oneValue(values, 'du'));
  const period = periodOf(view, asked === null ? opened.calendar.today : dateOfEpochDay(asked));
  const read = await readCalendar(request.ctx, opened.calendar, period);
  const offers = await readOffers(request, opened.calendar);
  return reply.page({
    ...CALENDAR_PAGE,
    title: periodTitle(period, opened.calendar.today),
    content: (
      <CalendarPage
        {...opened}
        {...{ period, read, offers }}
        now={request.ctx.now().epochMilliseconds}
      />
    ),
  });
}

/** GET: why the public is not offered a time. Changes nothing. */
export async function showWhyNot(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const opened = await openedBy(request);
  const values = valuesOf(request.query);
  const [date, time] = [oneValue(values, 'jour'), oneValue(values, 'heure')];
  const day = readDay(date);
  const minute = readTime(time);
  const errors: Record<string, string> = {};
  const isAsked = date !== '' || time !== '';
  if (isAsked && day === null) errors['jour'] = 'Cette date n’existe pas. Exemple : 24/11/2026.';
  if (isAsked && minute === null)
    errors['heure'] = 'Cette heure n’a pas la bonne forme. Exemple : 09:00.';
  const answer =
    day === null || minute === null
      ? null
      : await askWhyNot(request.ctx, opened.calendar, { date: dateOfEpochDay(day), minute });
  const hasErrors = Object.keys(errors).length > 0;
  return reply.page({
    ...CALENDAR_PAGE,
    title: 'Pourquoi ce créneau n’est-il pas proposé ?',
    status: hasErrors ? 422 : 200,
    hasErrors,
    content: <WhyNotPage {...opened} {...{ date, time, answer, errors }} />,
  });
}

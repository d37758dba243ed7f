import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PersonId } from '#platform/kernel/actor.ts';
import { oneValue, valuesOf } from '#platform/http/forms.ts';
import { notFound } from '#platform/http/page-error.ts';
import { parseId } from '#platform/kernel/id.ts';
import { Card, CardGrid, EmptyState } from '#ui/card.tsx';
import { formatCount } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import { listCalendars, openCalendar } from '../../use-cases/open-calendar.ts';
import type { CalendarCard, OpenedCalendar } from '../../use-cases/open-calendar.ts';
import { calendarPaths } from './paths.ts';
import type { CalendarPaths } from './paths.ts';

/** A calendar opened by a request, and its addresses. */
export interface Opened {
  readonly calendar: OpenedCalendar;
  readonly paths: CalendarPaths;
}

/** The calendar that the address names, or one's own; 404 when it is not for this actor to see. */
export async function openedBy(request: FastifyRequest): Promise<Opened> {
  const { actor } = request.ctx;
  const asked = oneValue(valuesOf(request.query), 'conseiller');
  const own = actor.kind === 'professional' && actor.role === 'adviser' ? actor.personId : null;
  const personId = asked === '' ? own : (parseId<'Person'>(asked) as PersonId | null);
  const calendar = personId && (await openCalendar(request.ctx, personId));
  if (!calendar) throw notFound();
  return { calendar, paths: calendarPaths(personId === own ? null : personId) };
}

/** The same, for a page that writes: 404 for who may only look. */
export async function openedToWrite(request: FastifyRequest): Promise<Opened> {
  const opened = await openedBy(request);
  if (opened.calendar.access !== 'change') throw notFound();
  return opened;
}

/** Whether the address leaves open whose calendar is meant: those who keep several choose first. */
export function mustChoose(request: FastifyRequest): boolean {
  const { actor } = request.ctx;
  const asked = oneValue(valuesOf(request.query), 'conseiller');
  return asked === '' && actor.kind === 'professional' && actor.role !== 'adviser';
}

interface Choice {
  readonly title: string;
  readonly current: string;
  readonly hrefOf: (paths: CalendarPaths) => string;
}

/** GET: the advisers of one's scope, to choose whose calendar to open. */
export async function showChoice(
  request: FastifyRequest,
  reply: FastifyReply,
  choice: Choice,
): Promise<FastifyReply> {
  const cards = await listCalendars(request.ctx);
  return reply.page({
    title: choice.title,
    surface: 'pro',
    current: choice.current,
    content: <ChoicePage cards={cards} choice={choice} />,
  });
}

function ChoicePage({
  cards,
  choice,
}: {
  readonly cards: readonly CalendarCard[];
  readonly choice: Choice;
}) {
  if (cards.length === 0) {
    return (
      <>
        <PageTitle title={choice.title} />
        <EmptyState title="Personne à afficher">
          <p>Aucun conseiller ni conseillère n’est en poste dans votre périmètre en ce moment.</p>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageTitle
        title={choice.title}
        lead={`De qui ? ${formatCount(cards.length, { one: 'personne', many: 'personnes' })} dans votre périmètre.`}
      />
      <CardGrid as="ul">
        {cards.map((card) => (
          <Card
            key={card.personId}
            as="li"
            icon="person"
            title={card.name}
            href={choice.hrefOf(calendarPaths(card.personId))}
          >
            <p>{card.structures.join(', ')}</p>
          </Card>
        ))}
      </CardGrid>
    </>
  );
}

/** Whose calendar it is, when it is not one's own. */
export function whoseEyebrow(calendar: OpenedCalendar): string | undefined {
  if (calendar.whose === 'own') return undefined;
  return `Calendrier de ${calendar.name}, ${calendar.structures.map((one) => one.name).join(', ')}`;
}

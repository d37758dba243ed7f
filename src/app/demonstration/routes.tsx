import type { FastifyInstance } from 'fastify';
import { systemClock } from '#platform/clock.ts';
import { oneValue, valuesOf } from '#platform/http/forms.ts';
import { notFound } from '#platform/http/page-error.ts';
import { parseId } from '#platform/kernel/id.ts';
import type { Installation } from '../installation.ts';
import { readLoadedAt } from './clock.ts';
import { registerClock } from './clock-route.tsx';
import { readDemonstrationData } from './data-file.ts';
import { findMessage, listMessages } from './messages.ts';
import type { KeptMessage } from './messages.ts';
import { MessagePage, MessagesPage } from './messages-page.tsx';
import { demoPaths } from './paths.ts';
import { listDemonstrationPeople } from './people.ts';
import { DemoPage } from './people-page.tsx';
import { staleDays } from './staleness.ts';

/** A mail as mailboxes show it: its own styles, and nothing else may load or run. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const config = { access: { kind: 'demonstration' } } as const;

/** `/demo`: become someone, read what was sent, move the time. Exists on the demonstration only, on loopback only. */
export function registerDemonstration(app: FastifyInstance, installation: Installation): void {
  registerPeople(app, installation);
  registerMessages(app, installation);
  registerClock(app, installation);
}

function registerPeople(app: FastifyInstance, { services }: Installation): void {
  app.get(demoPaths.people, { config }, async (_request, reply) => {
    const now = services.clock.now();
    const people = await listDemonstrationPeople(services.db, now);
    const { stories } = await readDemonstrationData();
    const loadedAt = await services.db.inInstallation(readLoadedAt);
    return reply.page({
      title: 'Démonstration',
      surface: 'public',
      content: (
        <DemoPage
          people={people}
          stories={stories}
          now={now}
          staleDays={staleDays(loadedAt, systemClock.now())}
        />
      ),
    });
  });
}

function registerMessages(app: FastifyInstance, { services }: Installation): void {
  const read = async (params: unknown): Promise<KeptMessage> => {
    const id = parseId<'Outbox'>((params as { id: string }).id);
    const message = id && (await services.db.inInstallation((tx) => findMessage(tx, id)));
    if (!message) throw notFound();
    return message;
  };
  app.get(demoPaths.messages(), { config }, async (request, reply) => {
    const asked = Number(oneValue(valuesOf(request.query), 'page'));
    const page = Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 1;
    const list = await services.db.inInstallation((tx) => listMessages(tx, page));
    return reply.page({
      title: 'Messages partis',
      surface: 'public',
      content: <MessagesPage {...list} page={page} />,
    });
  });
  app.get(demoPaths.message(':id'), { config }, async (request, reply) => {
    const message = await read(request.params);
    return reply.page({
      title: message.subject,
      surface: 'public',
      content: <MessagePage message={message} />,
    });
  });
  app.get(demoPaths.html(':id'), { config }, async (request, reply) => {
    const { html } = await read(request.params);
    if (html === null) throw notFound();
    return reply
      .header('content-security-policy', MAIL_POLICY)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(html);
  });
  app.get(demoPaths.calendar(':id'), { config }, async (request, reply) => {
    const { calendar } = await read(request.params);
    if (calendar === null) throw notFound();
    return reply
      .header('content-disposition', 'attachment; filename="rendez-vous.ics"')
      .header('cache-control', 'no-store')
      .type('text/calendar; charset=utf-8')
      .send(calendar);
  });
}

import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { notFound } from '#platform/http/page-error.ts';
import { parseId } from '#platform/kernel/id.ts';
import type { Installation } from '../installation.ts';
import { DemoPage, MessagePage, MessagesPage } from './pages.tsx';
import type { KeptMessage } from './pages.tsx';
import { listDemonstrationPeople } from './people.ts';

/** `/demo`: become someone, read what was sent. Exists on the demonstration only, on loopback only. */
export function registerDemonstration(app: FastifyInstance, { services }: Installation): void {
  const config = { access: { kind: 'demonstration' } } as const;
  app.get('/demo', { config }, async (_request, reply) => {
    const people = await listDemonstrationPeople(services.db, services.clock.now());
    return reply.page({
      title: 'Démonstration',
      surface: 'public',
      content: <DemoPage people={people} now={services.clock.now()} />,
    });
  });
  app.get('/demo/messages', { config }, async (_request, reply) => {
    const messages = await services.db.inInstallation(async (tx) => {
      const { rows } = await tx.execute<KeptMessage & Record<string, unknown>>(
        sql`select id, at::text, channel, recipient, sender, subject, text_body, html_body, calendar_body
          from platform.outbox order by at desc, id desc limit 100`,
      );
      return rows;
    });
    return reply.page({
      title: 'Messages envoyés',
      surface: 'public',
      content: <MessagesPage messages={messages} />,
    });
  });
  app.get('/demo/messages/:id', { config }, async (request, reply) => {
    const id = parseId<'Outbox'>((request.params as { id: string }).id);
    if (!id) throw notFound();
    const message = await services.db.inInstallation(async (tx) => {
      const { rows } = await tx.execute<KeptMessage & Record<string, unknown>>(
        sql`select id, at::text, channel, recipient, sender, subject, text_body, html_body, calendar_body
          from platform.outbox where id = ${id}::uuid`,
      );
      return rows[0];
    });
    if (!message) throw notFound();
    return reply.page({
      title: message.subject ?? 'Message',
      surface: 'public',
      content: <MessagePage message={message} />,
    });
  });
}

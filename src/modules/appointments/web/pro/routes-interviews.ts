import type { FastifyInstance } from 'fastify';
import { interviewActors, interviewReaders } from './interviews/acting.ts';
import { answerInterview, showInterview, writeNote } from './interviews/route.tsx';
import { showToday } from './today/route.tsx';

/** A professional's day, and the interviews within their reach. */
export function registerInterviewRoutes(app: FastifyInstance): void {
  const read = { config: { access: interviewReaders } };
  const act = { config: { access: interviewActors } };
  app.get('/pro', read, showToday);
  app.get('/pro/rendez-vous/:id', read, showInterview);
  app.post('/pro/rendez-vous/:id/suite', act, answerInterview);
  app.post('/pro/rendez-vous/:id/note', act, writeNote);
}

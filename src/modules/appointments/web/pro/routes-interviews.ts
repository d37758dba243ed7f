import type { FastifyInstance } from 'fastify';
import { tokenAccess } from '#platform/http/types.ts';
import { showChoose, showFreeTime } from './booking/choose-route.tsx';
import { confirmPerson, showPerson } from './booking/person-route.tsx';
import { createFeed, revokeFeed, sendFeed, showFeed } from './feed/route.tsx';
import { advisers, interviewActors, interviewReaders } from './interviews/acting.ts';
import { cancelAsStaff, showStaffCancel } from './interviews/cancel-route.tsx';
import { showInterviews } from './interviews/list-route.tsx';
import { moveAsStaff, showStaffMove } from './interviews/move-route.tsx';
import { answerInterview, showInterview, writeNote } from './interviews/route.tsx';
import { showTransfer, transferInterview } from './interviews/transfer-route.tsx';
import { showToday } from './today/route.tsx';

/** A professional's day, and the interviews within their reach. */
export function registerInterviewRoutes(app: FastifyInstance): void {
  const read = { config: { access: interviewReaders } };
  const act = { config: { access: interviewActors } };
  const own = { config: { access: advisers } };
  app.get('/pro', read, showToday);
  app.get('/pro/agenda', own, showFeed);
  app.post('/pro/agenda', own, createFeed);
  app.post('/pro/agenda/retirer', own, revokeFeed);
  app.get('/agenda/:jeton([A-Za-z0-9_-]+).ics', { config: { access: tokenAccess } }, sendFeed);
  app.get('/pro/rendez-vous', read, showInterviews);
  app.get('/pro/rendez-vous/nouveau', act, showChoose);
  app.get('/pro/rendez-vous/nouveau/heure', act, showFreeTime);
  app.get('/pro/rendez-vous/nouveau/personne', act, showPerson);
  app.post('/pro/rendez-vous/nouveau/personne', act, confirmPerson);
  app.get('/pro/rendez-vous/:id', read, showInterview);
  app.post('/pro/rendez-vous/:id/suite', act, answerInterview);
  app.post('/pro/rendez-vous/:id/note', act, writeNote);
  app.get('/pro/rendez-vous/:id/annuler', act, showStaffCancel);
  app.post('/pro/rendez-vous/:id/annuler', act, cancelAsStaff);
  app.get('/pro/rendez-vous/:id/deplacer', act, showStaffMove);
  app.post('/pro/rendez-vous/:id/deplacer', act, moveAsStaff);
  app.get('/pro/rendez-vous/:id/transferer', act, showTransfer);
  app.post('/pro/rendez-vous/:id/transferer', act, transferInterview);
}

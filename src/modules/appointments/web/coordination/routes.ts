import type { FastifyInstance } from 'fastify';
import { showCockpit } from './cockpit/route.tsx';
import { coordinators } from './opened.ts';
import { downloadStatistics, showStatistics } from './statistics/route.tsx';

/** What a network's coordination looks at, about interviews. */
export function registerCoordinationRoutes(app: FastifyInstance): void {
  const config = { access: coordinators };
  app.get('/coordination/:reseau', { config }, showCockpit);
  app.get('/coordination/:reseau/rendez-vous', { config }, showStatistics);
  app.get('/coordination/:reseau/rendez-vous.csv', { config }, downloadStatistics);
}

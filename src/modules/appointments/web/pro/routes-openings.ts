import type { FastifyInstance } from 'fastify';
import type { Access } from '#platform/http/types.ts';
import {
  addAbsence,
  editAbsence,
  endAbsenceNow,
  showAbsence,
  showAbsences,
  showEditAbsence,
  showNewAbsence,
} from './absences/route.tsx';
import { cancelAll, cancelOne } from './absences/settle-route.ts';
import { showCalendar, showWhyNot } from './calendar/route.tsx';
import {
  addOpening,
  editOpening,
  showEditOpening,
  showNewOpening,
  showOpening,
  showOpenings,
} from './openings/route.tsx';
import {
  editOccurrence,
  endOpeningOn,
  showEndOpening,
  showOccurrence,
} from './openings/small-routes.tsx';

/** Who keeps or looks at a calendar; whose, and to do what, the pages say. The installation's administrators have none. */
const CALENDAR_ROLES: Access = {
  kind: 'professional',
  roles: ['adviser', 'manager', 'referent', 'coordinator'],
};

/** Openings, absences and calendar of an adviser. */
export function registerOpeningRoutes(app: FastifyInstance): void {
  const read = { config: { access: CALENDAR_ROLES } };
  const write = { config: { access: CALENDAR_ROLES, limit: 'write' as const } };

  app.get('/pro/plages', read, showOpenings);
  app.get('/pro/plages/nouvelle', read, showNewOpening);
  app.post('/pro/plages/nouvelle', write, addOpening);
  app.get('/pro/plages/:plage', read, showOpening);
  app.get('/pro/plages/:plage/modifier', read, showEditOpening);
  app.post('/pro/plages/:plage/modifier', write, editOpening);
  app.get('/pro/plages/:plage/terminer', read, showEndOpening);
  app.post('/pro/plages/:plage/terminer', write, endOpeningOn);
  app.get('/pro/plages/:plage/fois/:jour', read, showOccurrence);
  app.post('/pro/plages/:plage/fois/:jour', write, editOccurrence);

  app.get('/pro/absences', read, showAbsences);
  app.get('/pro/absences/nouvelle', read, showNewAbsence);
  app.post('/pro/absences/nouvelle', write, addAbsence);
  app.get('/pro/absences/:absence', read, showAbsence);
  app.get('/pro/absences/:absence/modifier', read, showEditAbsence);
  app.post('/pro/absences/:absence/modifier', write, editAbsence);
  app.post('/pro/absences/:absence/terminer', write, endAbsenceNow);
  app.post('/pro/absences/:absence/annuler-tout', write, cancelAll);
  app.post('/pro/absences/:absence/annuler/:entretien', write, cancelOne);

  app.get('/pro/calendrier', read, showCalendar);
  app.get('/pro/calendrier/pourquoi', read, showWhyNot);
}

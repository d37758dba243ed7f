import type { FastifyInstance } from 'fastify';
import { publicAccess, tokenAccess } from '#platform/http/types.ts';
import { confirmDetails, releaseDetails, showDetails } from './details/route.tsx';
import {
  cancelPrivate,
  downloadCalendar,
  latePrivate,
  movePrivate,
  showCancel,
  showMove,
  showPrivate,
} from './private/route.tsx';
import { showSearch } from './search/route.tsx';
import { retainSlot, showSlots } from './slots/route.tsx';

/** The public's path: choose, say who one is, confirmed; then the private page of the interview. */
export function registerBookingRoutes(app: FastifyInstance): void {
  const open = { config: { access: publicAccess } };
  app.get('/:reseau/rendez-vous', open, showSearch);
  app.get('/:reseau/rendez-vous/creneaux', open, showSlots);
  app.post('/:reseau/rendez-vous/retenir', open, retainSlot);
  app.get('/:reseau/rendez-vous/choix/:jeton', open, showDetails);
  app.post('/:reseau/rendez-vous/choix/:jeton', open, confirmDetails);
  app.post('/:reseau/rendez-vous/choix/:jeton/rendre', open, releaseDetails);

  const byLink = { config: { access: tokenAccess } };
  app.get('/rdv/:jeton', byLink, showPrivate);
  app.get('/rdv/:jeton/rendez-vous.ics', byLink, downloadCalendar);
  app.get('/rdv/:jeton/annuler', byLink, showCancel);
  app.post('/rdv/:jeton/annuler', byLink, cancelPrivate);
  app.get('/rdv/:jeton/deplacer', byLink, showMove);
  app.post('/rdv/:jeton/deplacer', byLink, movePrivate);
  app.post('/rdv/:jeton/retard', byLink, latePrivate);
}

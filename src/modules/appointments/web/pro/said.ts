import type { FastifyRequest } from 'fastify';
import { oneValue, valuesOf } from '#platform/http/forms.ts';
import type { CalendarDone } from './paths.ts';

const SAID: Readonly<Record<CalendarDone, string>> = {
  ouverte: 'La plage est ouverte',
  changee: 'La plage est modifiée',
  terminee: 'La plage est terminée',
  occurrence: 'C’est noté pour cette fois, et pour elle seule',
  declaree: 'L’absence est enregistrée',
  modifiee: 'L’absence est modifiée',
  retour: 'L’absence est terminée : vos créneaux sont de nouveau proposés',
  annule: 'L’entretien est annulé, la personne est prévenue',
  annules: 'Les entretiens sont annulés, les personnes sont prévenues',
};

/** What has just been done, from the address of the page that follows; null when nothing was. */
export function saidOf(request: FastifyRequest): string | null {
  const asked = oneValue(valuesOf(request.query), 'fait');
  const done = (Object.keys(SAID) as CalendarDone[]).find((one) => one === asked);
  return done ? SAID[done] : null;
}

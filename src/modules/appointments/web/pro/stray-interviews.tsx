import { Alert } from '#ui/alert.tsx';
import { formatCount } from '#ui/format.ts';
import type { CalendarInterview } from '../../use-cases/read-interviews.ts';
import { modeLabels, whenOf } from '../words.ts';
import { interviewPaths } from './interview-paths.ts';

/** « jeudi 3 décembre à 10 h, avec Sacha, en visio » */
export function interviewName({ appointment, firstName }: CalendarInterview): string {
  const when = whenOf(appointment.period.start, appointment.zone);
  return `${when}, avec ${firstName}, ${modeLabels[appointment.mode].toLowerCase()}`;
}

/** Interviews that fall in no opening any more: kept, and named. Draws nothing when there is none. */
export function StrayInterviews({ stray }: { readonly stray: readonly CalendarInterview[] }) {
  if (stray.length === 0) return null;
  const count = formatCount(stray.length, {
    one: 'entretien est gardé',
    many: 'entretiens sont gardés',
  });
  return (
    <Alert kind="warning" title={`${count} en dehors des plages`}>
      <p>
        Changer ou terminer une plage n’annule rien : ces personnes comptent toujours venir. Vous
        pouvez les déplacer ou les annuler.
      </p>
      <ul>
        {stray.map((one) => (
          <li key={one.appointment.id}>
            <a href={interviewPaths.interview(one.appointment.id)}>{interviewName(one)}</a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

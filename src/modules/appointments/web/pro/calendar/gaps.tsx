import { Alert } from '#ui/alert.tsx';
import type { CalendarRead } from '../../../use-cases/read-calendar.ts';
import { gapsText } from './words.ts';

/** Why nobody may book, said before anything else. Draws nothing when they may. */
export function Gaps({ gaps }: Pick<CalendarRead, 'gaps'>) {
  if (gaps.length === 0) return null;
  return (
    <Alert kind="warning" title="Le public ne peut pas réserver en ce moment">
      {gaps.map((one) => (
        <p key={one.structure}>
          {one.structure} : {gapsText(one.gaps)}. La coordination du réseau enregistre ces dates.
        </p>
      ))}
    </Alert>
  );
}

import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Form } from '#ui/form.tsx';
import { formatDateTime } from '#ui/format.ts';
import type { EpochMs } from '#platform/kernel/time.ts';
import { decideOutcome, outcomeNudge } from '../../../rules/outcome.ts';
import type { Interview } from '../../../use-cases/open-interview.ts';
import { interviewPaths } from '../interview-paths.ts';
import { mayWithdraw } from './withdrawal.ts';

const NUDGES = {
  none: null,
  'to-record': 'L’heure est passée : que s’est-il passé ?',
  forgotten: 'Ce rendez-vous attend sa suite depuis plus d’un jour.',
  late: 'Ce rendez-vous attend sa suite depuis plus d’une semaine : la coordination le voit.',
} as const;

interface OutcomeCardProps {
  readonly interview: Interview;
  readonly now: EpochMs;
}

/** What became of the interview: one press, corrected by another. Nothing before it starts. */
export function OutcomeCard({ interview, now }: OutcomeCardProps) {
  const { appointment, access } = interview;
  const facts = { status: appointment.status, ...appointment.period };
  if (appointment.status === 'cancelled' || now < appointment.period.start) return null;
  const recorded = appointment.outcomeAt?.toZonedDateTimeISO(appointment.zone);
  const nudge = NUDGES[outcomeNudge(facts, now)];
  return (
    <Card
      title="Suite du rendez-vous"
      level={2}
      icon="check"
      tone={appointment.status === 'booked' ? 'warm' : 'plain'}
    >
      {nudge && <p>{nudge}</p>}
      {recorded && (
        <p>
          {appointment.status === 'held' ? 'Tenu' : 'Absent'}, noté {formatDateTime(recorded)}.
          {access === 'act' && ' En cas d’erreur, corrigez ici.'}
        </p>
      )}
      {access === 'act' && <Answers interview={interview} now={now} />}
    </Card>
  );
}

/** The buttons that the rule would accept now. */
function Answers({ interview, now }: OutcomeCardProps) {
  const { appointment } = interview;
  const facts = { status: appointment.status, ...appointment.period };
  const may = (kind: 'held' | 'absent') =>
    decideOutcome({ appointment: facts, outcome: { kind }, now }).ok;
  return (
    <>
      <Form action={interviewPaths.outcome(appointment.id)} layout="line">
        {may('held') && (
          <Button
            name="suite"
            value="tenu"
            kind={appointment.status === 'booked' ? 'primary' : 'secondary'}
            icon="check"
          >
            Tenu
          </Button>
        )}
        {may('absent') && (
          <Button name="suite" value="absent" kind="secondary" icon="skip">
            Absent
          </Button>
        )}
        {mayWithdraw(facts, now) && (
          <ButtonLink href={interviewPaths.cancel(appointment.id)} kind="quiet" icon="close">
            Annulé
          </ButtonLink>
        )}
      </Form>
      {may('absent') && (
        <p class="soft">
          « Absent » envoie un message gentil, qui propose de reprendre un rendez-vous.
        </p>
      )}
    </>
  );
}

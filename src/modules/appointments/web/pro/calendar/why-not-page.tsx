import { Alert } from '#ui/alert.tsx';
import { Card } from '#ui/card.tsx';
import { capitalise } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import type { WhyNot } from '../../../rules/explain.ts';
import type { WhyNotAnswer } from '../../../use-cases/ask-why-not.ts';
import { whenOf } from '../../words.ts';
import type { Opened } from '../calendar-of.tsx';
import { whoseEyebrow } from '../calendar-of.tsx';
import { interviewPaths } from '../interview-paths.ts';
import { modesText } from '../openings/words.ts';
import { interviewName } from '../stray-interviews.tsx';
import { WhyNotForm } from './page.tsx';
import { sayWhy } from './words.ts';

export interface WhyNotPageProps extends Opened {
  readonly date: string;
  readonly time: string;
  /** Null while the form is not whole. */
  readonly answer: WhyNotAnswer | null;
  readonly errors: Readonly<Record<string, string>>;
}

/** Why the public is not offered a time: every reason, what to do about each. */
export function WhyNotPage({ calendar, paths, date, time, answer, errors }: WhyNotPageProps) {
  const title = answer
    ? capitalise(whenOf(answer.start, calendar.zone))
    : 'Pourquoi pas ce créneau ?';
  return (
    <>
      <PageTitle
        title={title}
        eyebrow={whoseEyebrow(calendar) ?? 'Ce que le public se voit proposer'}
      />
      {answer && <Answer calendar={calendar} paths={paths} answer={answer} />}
      <WhyNotForm {...{ paths, date, time, errors }} />
      <p>
        <a href={paths.calendar('jour', date)}>Voir ce jour dans le calendrier</a>
      </p>
    </>
  );
}

function Answer({ calendar, paths, answer }: Opened & { readonly answer: WhyNotAnswer }) {
  const { reasons, modes, gaps } = answer;
  if (reasons.length === 0) {
    return (
      <Alert kind="success" title="Ce créneau est proposé au public">
        <p>{capitalise(modesText(modes))}.</p>
      </Alert>
    );
  }
  const context = {
    ...{ zone: calendar.zone, today: calendar.today, gaps },
    noticeHours: calendar.network.settings.minimumNoticeHours,
  };
  return (
    <section class="stack" aria-labelledby="raisons">
      <h2 id="raisons">
        {reasons.length === 1 ? 'Voici pourquoi' : 'Voici pourquoi, et tout compte'}
      </h2>
      <ol class="plain-list stack">
        {reasons.map((why) => {
          const { reason, todo } = sayWhy(why, context);
          return (
            <Card key={JSON.stringify(why)} as="li" level={3} title={reason}>
              <p>{todo}</p>
              <Way why={why} answer={answer} paths={paths} />
            </Card>
          );
        })}
      </ol>
    </section>
  );
}

interface WayProps extends Pick<Opened, 'paths'> {
  readonly why: WhyNot;
  readonly answer: WhyNotAnswer;
}

/** The page where it is put right. */
function Way({ why, answer, paths }: WayProps) {
  if ('openingId' in why) return <a href={paths.opening(why.openingId)}>Voir la plage</a>;
  if (why.kind === 'absence') return <a href={paths.absence(why.absenceId)}>Voir l’absence</a>;
  if (why.kind === 'no-opening') return <a href={paths.openings()}>Voir les plages</a>;
  if (why.kind !== 'busy') return null;
  const interview = answer.interviews.find(
    ({ appointment }) => appointment.id === why.appointmentId,
  );
  if (!interview) return null;
  return (
    <a href={interviewPaths.interview(interview.appointment.id)}>
      {capitalise(interviewName(interview))}
    </a>
  );
}

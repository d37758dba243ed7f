import { Badge } from '#ui/alert.tsx';
import { Card } from '#ui/card.tsx';
import { formatDateTime } from '#ui/format.ts';
import { DateTime } from '#ui/time.tsx';
import type { Interview } from '../../../use-cases/open-interview.ts';
import type { AppointmentMode } from '../../../rules/calendar.ts';
import { modeLabels } from '../../words.ts';
import { exchangeStates, messageName, messageState } from './words.ts';

/** Everything done with this young person in the network, this interview included. */
export function History({ interview }: { readonly interview: Interview }) {
  const { appointment, timeline } = interview;
  if (timeline.length < 2) return null;
  return (
    <Card title="Déjà fait ensemble" level={2} icon="list">
      <ol class="plain-list stack">
        {timeline.map((exchange) => (
          <li key={exchange.id}>
            <strong>
              <DateTime value={exchange.at.toZonedDateTimeISO(appointment.zone)} />
            </strong>
            <br />
            {exchangeWords(exchange)}
            {exchange.owner.id === appointment.id && ' (celui-ci)'}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function exchangeWords({ kind, summaryCode, facts }: Interview['timeline'][number]): string {
  if (kind !== 'appointment') return 'Échange';
  const mode = modeLabels[String(facts['mode']) as AppointmentMode] ?? '';
  return `Rendez-vous ${exchangeStates[summaryCode] ?? ''}, ${mode.toLowerCase()}`;
}

/** The receipts: what was sent, will be, or was not and why. */
export function Receipts({ interview }: { readonly interview: Interview }) {
  const { appointment, receipts } = interview;
  if (receipts.length === 0) return null;
  const when = (at: Temporal.Instant) => formatDateTime(at.toZonedDateTimeISO(appointment.zone));
  return (
    <Card title="Messages" level={2} icon="mail">
      <ul class="plain-list stack">
        {receipts.map((notice) => {
          const state = messageState(notice, when);
          return (
            <li key={notice.id}>
              {messageName(notice)}
              <br />
              <Badge tone={state.tone} icon={state.icon}>
                {state.label}
              </Badge>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

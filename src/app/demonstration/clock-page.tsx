import { Alert } from '#ui/alert.tsx';
import { Button, ButtonRow } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { fieldId, TextField } from '#ui/field.tsx';
import { ErrorSummary, Form } from '#ui/form.tsx';
import { formatCount, formatDateTime } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import { MOST_DAYS } from './advance-clock.ts';
import type { MessageLine } from './messages.ts';
import { MessageTable } from './messages-page.tsx';
import { demoPaths } from './paths.ts';

const ZONE = 'Europe/Paris';
/** The last ones; the others are on the page of messages. */
const MOST_SHOWN = 12;
const NOUN = { one: 'message parti', many: 'messages partis' };

export interface ClockPageProps {
  readonly now: Temporal.Instant;
  /** After a move: from when, and what left meanwhile. */
  readonly moved?: { readonly from: Temporal.Instant; readonly messages: readonly MessageLine[] };
  readonly date?: string;
  readonly error?: string;
}

/** `/demo/horloge`: the time that everything of the demonstration goes by, only ever forward. */
export function ClockPage({ now, moved, date, error }: ClockPageProps) {
  const local = now.toZonedDateTimeISO(ZONE);
  return (
    <>
      {error && (
        <ErrorSummary
          title="L’horloge n’a pas bougé"
          errors={[{ fieldId: fieldId('date'), message: error }]}
        />
      )}
      <PageTitle
        title="Avancer l’horloge"
        lead={`Ici, il est ${formatDateTime(local, { today: local })}. Avancer fait partir, à leur heure, les rappels et tout ce qui est dû.`}
      />
      {moved && <Moved {...moved} now={now} />}
      <Card>
        <Form action={demoPaths.clock} label="Avancer d’un pas">
          <ButtonRow>
            <Button name="pas" value="heure" kind="secondary" icon="clock">
              Une heure plus tard
            </Button>
            <Button name="pas" value="demain" kind="secondary" icon="arrow-right">
              Demain, 8 h
            </Button>
            <Button name="pas" value="deux-jours" kind="secondary" icon="calendar">
              Dans deux jours
            </Button>
          </ButtonRow>
        </Form>
      </Card>
      <h2>Aller à une date</h2>
      <Form action={demoPaths.clock} hidden={{ pas: 'date' }}>
        <TextField
          name="date"
          type="date"
          label="Jour"
          hint={`L’horloge s’arrête à 8 h ce jour-là. ${MOST_DAYS} jours au plus à la fois. Elle ne revient jamais en arrière.`}
          width="medium"
          min={local.toPlainDate().add({ days: 1 }).toString()}
          max={local.toPlainDate().add({ days: MOST_DAYS }).toString()}
          {...(date ? { value: date } : {})}
          {...(error ? { error } : {})}
        />
        <Button>Aller à ce jour</Button>
      </Form>
    </>
  );
}

interface MovedProps {
  readonly from: Temporal.Instant;
  readonly messages: readonly MessageLine[];
  readonly now: Temporal.Instant;
}

function Moved({ from, messages, now }: MovedProps) {
  const before = from.toZonedDateTimeISO(ZONE);
  const after = now.toZonedDateTimeISO(ZONE);
  return (
    <>
      <Alert kind="success" live="status" title={formatCount(messages.length, NOUN)}>
        <p>
          L’horloge est passée de {formatDateTime(before)} à {formatDateTime(after)}.
        </p>
      </Alert>
      {messages.length > 0 && (
        <MessageTable
          caption="Messages partis entre les deux"
          messages={messages.slice(-MOST_SHOWN)}
        />
      )}
      <p>
        <a href={demoPaths.messages()}>Voir tous les messages partis</a>
      </p>
    </>
  );
}

import { Button } from '#ui/button.tsx';
import { Card, CardGrid, EmptyState, SummaryList } from '#ui/card.tsx';
import { Form } from '#ui/form.tsx';
import { formatDateTime } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import type { DemonstrationPerson } from './people.ts';

export interface KeptMessage {
  readonly id: string;
  readonly at: string;
  readonly channel: 'email' | 'sms';
  readonly recipient: string;
  readonly sender: string;
  readonly subject: string | null;
  readonly text_body: string;
  readonly html_body: string | null;
  readonly calendar_body: string | null;
}

interface DemoPageProps {
  readonly people: readonly DemonstrationPerson[];
  readonly now: Temporal.Instant;
}

export function DemoPage({ people, now }: DemoPageProps) {
  return (
    <>
      <PageTitle
        title="Qui veux-tu être ?"
        lead="Toutes ces personnes sont inventées. Un clic ouvre leur espace, sans mot de passe : cela n’existe qu’ici."
      />
      <p>
        Il est {formatDateTime(now.toZonedDateTimeISO('Europe/Paris'))}. <a href="/demo/messages">Lire les messages envoyés</a>
      </p>
      <CardGrid>
        <Card title="Une jeune personne" tone="warm" href="/so-mobilite/rendez-vous">
          <p>Sans compte : prendre rendez-vous depuis une commune de la Creuse, par exemple.</p>
        </Card>
        {people.flatMap((person) =>
          person.roles.map((role) => (
            <Card key={role.membershipId} title={person.name}>
              <p>{role.label}</p>
              <Form action="/demo/connexion" hidden={{ person: person.personId, membership: role.membershipId }}>
                <Button kind="secondary" about={person.name}>
                  Devenir cette personne
                </Button>
              </Form>
            </Card>
          )),
        )}
      </CardGrid>
    </>
  );
}

export function MessagesPage({ messages }: { readonly messages: readonly KeptMessage[] }) {
  if (messages.length === 0) {
    return (
      <>
        <PageTitle title="Messages envoyés" />
        <EmptyState title="Aucun message pour l’instant">
          <p>Prends un rendez-vous : la confirmation arrive ici quelques secondes après.</p>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageTitle title="Messages envoyés" lead="Ce que la démonstration aurait envoyé. Rien ne sort de cette machine." />
      <ul class="card-grid">
        {messages.map((message) => (
          <Card
            key={message.id}
            as="li"
            href={`/demo/messages/${message.id}`}
            title={message.subject ?? message.text_body.slice(0, 60)}
            eyebrow={`${message.channel === 'email' ? 'E-mail' : 'SMS'} à ${message.recipient}`}
          />
        ))}
      </ul>
    </>
  );
}

export function MessagePage({ message }: { readonly message: KeptMessage }) {
  return (
    <>
      <PageTitle title={message.subject ?? 'SMS'} />
      <SummaryList
        facts={[
          { label: 'De', value: message.sender },
          { label: 'À', value: message.recipient },
        ]}
      />
      <pre class="message-text">{withLinks(message.text_body)}</pre>
      {message.calendar_body && (
        <>
          <h2>Invitation jointe</h2>
          <pre class="message-text">{message.calendar_body}</pre>
        </>
      )}
    </>
  );
}

const LINK = /(https?:\/\/[^\s]+)/;

function withLinks(text: string) {
  return text.split(LINK).map((part, index) =>
    index % 2 === 1 ? (
      <a key={`${index}`} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}

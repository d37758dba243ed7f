import { ButtonLink, ButtonRow } from '#ui/button.tsx';
import { Card, Disclosure, EmptyState, SummaryList } from '#ui/card.tsx';
import { formatDateTime } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import { Pagination } from '#ui/paging.tsx';
import { Breadcrumb } from '#ui/site.tsx';
import { Table } from '#ui/table.tsx';
import { DateTime } from '#ui/time.tsx';
import { MESSAGES_A_PAGE } from './messages.ts';
import type { KeptMessage, MessageLine } from './messages.ts';
import { demoPaths } from './paths.ts';

const ZONE = 'Europe/Paris';
const NOUN = { one: 'message', many: 'messages' };

interface MessagesPageProps {
  readonly messages: readonly MessageLine[];
  readonly total: number;
  readonly page: number;
}

export function MessagesPage({ messages, total, page }: MessagesPageProps) {
  return (
    <>
      <PageTitle
        title="Messages partis"
        lead="Les e-mails et les SMS que la démonstration aurait envoyés. Rien ne sort de cette machine."
      />
      {total === 0 ? (
        <EmptyState title="Aucun message pour l’instant" drawing="notebook">
          <p>Prends un rendez-vous : la confirmation arrive ici quelques secondes après.</p>
        </EmptyState>
      ) : (
        <>
          <MessageTable caption="Du plus récent au plus ancien" messages={messages} />
          <Pagination
            page={page}
            pages={Math.ceil(total / MESSAGES_A_PAGE)}
            total={total}
            noun={NOUN}
            hrefOf={demoPaths.messages}
          />
        </>
      )}
    </>
  );
}

export function MessageTable({
  caption,
  messages,
}: {
  readonly caption: string;
  readonly messages: readonly MessageLine[];
}) {
  return (
    <Table
      caption={caption}
      captionStyle="unseen"
      rows={messages}
      rowKey={(message) => message.id}
      columns={[
        {
          key: 'subject',
          header: 'Message',
          cell: (message) => (
            <a href={demoPaths.message(message.id)}>{shortened(message.subject)}</a>
          ),
        },
        {
          key: 'channel',
          header: 'Par',
          cell: channelWord,
        },
        { key: 'to', header: 'À', cell: (message) => message.recipient },
        {
          key: 'at',
          header: 'Parti',
          cell: (message) => <DateTime value={message.at.toZonedDateTimeISO(ZONE)} />,
        },
      ]}
    />
  );
}

export function MessagePage({ message }: { readonly message: KeptMessage }) {
  return (
    <>
      <Breadcrumb
        items={[
          { href: demoPaths.people, label: 'Démonstration' },
          { href: demoPaths.messages(), label: 'Messages partis' },
        ]}
        current={shortened(message.subject)}
      />
      <PageTitle title={message.subject} />
      <SummaryList
        facts={[
          { label: 'De', icon: 'person', value: message.sender },
          {
            label: 'À',
            icon: message.channel === 'email' ? 'mail' : 'phone',
            value: message.recipient,
          },
          {
            label: 'Parti',
            icon: 'clock',
            value: formatDateTime(message.at.toZonedDateTimeISO(ZONE)),
          },
        ]}
      />
      <ButtonRow>
        {message.html && (
          <ButtonLink href={demoPaths.html(message.id)} icon="mail">
            Voir comme dans une messagerie
          </ButtonLink>
        )}
        {message.calendar && (
          <ButtonLink
            href={demoPaths.calendar(message.id)}
            kind="secondary"
            icon="download"
            download="rendez-vous.ics"
          >
            Télécharger l’invitation
          </ButtonLink>
        )}
      </ButtonRow>
      <h2>{message.channel === 'email' ? 'En texte' : 'Le SMS'}</h2>
      <Card>
        <p class="message-text">{withLinks(message.text)}</p>
      </Card>
      {message.calendar && (
        <Disclosure summary="Le fichier de l’invitation">
          <p class="message-text">{message.calendar}</p>
        </Disclosure>
      )}
    </>
  );
}

function channelWord({ channel }: MessageLine): string {
  return channel === 'email' ? 'E\u2011mail' : 'SMS';
}

function shortened(text: string): string {
  return text.length > 70 ? `${text.slice(0, 69)}…` : text;
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

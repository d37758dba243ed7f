import { Alert } from '#ui/alert.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Checkbox } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { formatDay } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import { Breadcrumb } from '#ui/site.tsx';
import type { FeedStanding } from '../../../use-cases/keep-calendar-feed.ts';
import { interviewPaths } from '../interview-paths.ts';
import type { Said } from '../interview-paths.ts';
import { saidWords } from '../interviews/words.ts';

export interface FeedPageProps {
  readonly standing: FeedStanding | null;
  /** Whole, just made: shown this once. */
  readonly address: string | null;
  readonly zone: string;
  readonly said: Said | null;
}

/** One's interviews in one's own calendar, by a secret address. */
export function FeedPage({ standing, address, zone, said }: FeedPageProps) {
  return (
    <>
      {said && <Alert kind="success" live="status" title={saidWords[said]} />}
      <Breadcrumb
        items={[{ href: interviewPaths.today, label: 'Aujourd’hui' }]}
        current="Mon agenda"
      />
      <PageTitle
        title="Mes rendez-vous dans mon agenda"
        lead="Une adresse secrète, à donner à votre agenda (téléphone, messagerie). Il se met à jour tout seul."
      />
      {address && <Address address={address} />}
      {standing && !address && (
        <Card title="Une adresse est en service" level={2} icon="link">
          <p>
            Créée le {formatDay(standing.since.toZonedDateTimeISO(zone))},{' '}
            {standing.withNames ? 'avec les prénoms' : 'sans aucun nom'}. Elle ne peut pas être
            affichée à nouveau : en cas de perte, créez-en une autre.
          </p>
        </Card>
      )}
      <Making standing={standing} />
      {standing && <Removal />}
    </>
  );
}

function Making({ standing }: Pick<FeedPageProps, 'standing'>) {
  return (
    <Card
      title={standing ? 'Créer une autre adresse' : 'Créer mon adresse'}
      level={2}
      icon="plus"
      tone={standing ? 'quiet' : 'plain'}
    >
      {standing && <p>L’adresse actuelle cessera de fonctionner.</p>}
      <Form action={interviewPaths.feed}>
        <Checkbox
          name="noms"
          label="Afficher les prénoms"
          hint="Sans cette case, chaque rendez-vous porte seulement le nom du réseau : un agenda est souvent vu par d’autres."
        />
        <Button kind={standing ? 'secondary' : 'primary'} icon="calendar">
          Créer l’adresse
        </Button>
      </Form>
    </Card>
  );
}

function Removal() {
  return (
    <Card title="Ne plus partager" level={2} icon="lock" tone="quiet">
      <p>L’agenda qui lit cette adresse ne recevra plus rien.</p>
      <Form action={interviewPaths.feedRemoval}>
        <Button kind="danger">Retirer l’adresse</Button>
      </Form>
    </Card>
  );
}

function Address({ address }: { readonly address: string }) {
  return (
    <Card title="Votre adresse" level={2} icon="link" tone="warm">
      <p>
        Copiez-la maintenant : elle n’est affichée qu’une fois. Qui la connaît voit vos horaires, ne
        la donnez qu’à votre agenda.
      </p>
      <TextField
        name="adresse"
        label="Adresse de l’agenda"
        type="url"
        need="unsaid"
        value={address}
        spellcheck="false"
        autocomplete="off"
      />
      <p>
        Dans votre agenda : « Ajouter un agenda », « À partir d’une adresse (URL) », puis collez.
      </p>
    </Card>
  );
}

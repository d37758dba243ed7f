import { Alert } from '#ui/alert.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { PageTitle } from '#ui/page.tsx';
import type { Network } from '#modules/network/index.ts';
import { addressed } from '../words.ts';

/** The slot was given back: the others are one press away. */
export function GonePage({
  network,
  searchHref,
}: {
  readonly network: Network;
  readonly searchHref: string;
}) {
  const by = addressed(network.wording);
  return (
    <>
      <PageTitle title="Ce créneau n’est plus gardé" />
      <p>
        {by('Un créneau choisi est gardé', 'Un créneau choisi est gardé')}{' '}
        {network.settings.holdMinutes} minutes. Il est peut-être encore libre.
      </p>
      <p>
        <ButtonLink href={searchHref}>Revoir les créneaux</ButtonLink>
      </p>
    </>
  );
}

/** The form was already sent: the interview stands, its link is in the message. */
export function AlreadyBookedPage({ network }: { readonly network: Network }) {
  const by = addressed(network.wording);
  return (
    <>
      <PageTitle title="Ce rendez-vous est déjà confirmé" />
      <p>
        {by(
          'Tout est bon. Le lien pour le voir, le déplacer ou l’annuler est dans le message que nous t’avons envoyé.',
          'Tout est bon. Le lien pour le voir, le déplacer ou l’annuler est dans le message que nous vous avons envoyé.',
        )}
      </p>
    </>
  );
}

/** One open interview at a time: said without any detail, the link leaves by the contact itself. */
export function AlreadyOpenPage({ network }: { readonly network: Network }) {
  const by = addressed(network.wording);
  return (
    <>
      <PageTitle title="Un rendez-vous est déjà pris avec ce contact" />
      <Alert kind="info" live="status" title={by('Regarde tes messages', 'Regardez vos messages')}>
        <p>
          {by(
            'Nous venons de t’envoyer le lien de ce rendez-vous. Il te permet de le voir, de le déplacer ou de l’annuler.',
            'Nous venons de vous envoyer le lien de ce rendez-vous. Il permet de le voir, de le déplacer ou de l’annuler.',
          )}
        </p>
      </Alert>
      <p>
        Rien reçu d’ici quelques minutes ? Les messages indésirables sont parfois rangés à part.
      </p>
    </>
  );
}

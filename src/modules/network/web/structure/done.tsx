import { Alert } from '#ui/alert.tsx';
import { formatShortDate } from '#ui/format.ts';
import { parseDate } from '../../rules/import-cells.ts';
import { invitationTexts } from '../texts.ts';

const DONE: Readonly<Record<string, string>> = {
  structure:
    'La structure est dans le réseau. Ajoutez son lieu d’accueil, sa convention et ses opérateurs.',
  lieu: 'Le lieu est enregistré. Attestez maintenant son local.',
  attestation: 'L’attestation du local est enregistrée.',
  personne: 'La personne est ajoutée.',
  'personne-invitee': 'La personne est ajoutée, et son invitation part par courriel.',
  invitation: 'L’invitation part par courriel. Elle est valable 7 jours.',
  date: 'La date est enregistrée.',
};

/** What has just been done, after the redirection; nothing for words that we did not write. */
export function DoneAlert({ done, on }: { readonly done: string; readonly on: string }) {
  if (Object.hasOwn(DONE, done)) return <Alert kind="success" live="status" title={DONE[done]} />;
  if (Object.hasOwn(invitationTexts, done)) {
    return (
      <Alert kind="warning" live="status" title="L’invitation n’est pas partie">
        <p>{invitationTexts[done as keyof typeof invitationTexts]}</p>
      </Alert>
    );
  }
  const last = done === 'fin' ? parseDate(on) : null;
  return last ? (
    <Alert kind="success" live="status" title="La fin est enregistrée">
      <p>Ses créneaux s’arrêtent après le {formatShortDate(last)}.</p>
    </Alert>
  ) : null;
}

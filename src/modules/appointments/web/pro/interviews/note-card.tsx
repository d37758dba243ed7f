import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { TextArea } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import type { Interview } from '../../../use-cases/open-interview.ts';
import { interviewPaths } from '../interview-paths.ts';

/** Most signs of a note of follow-up (the database holds the same bound). */
export const NOTE_LENGTH = 4000;

interface NoteCardProps {
  readonly interview: Interview;
  /** Too long: given back as it was typed. */
  readonly note?: { readonly text: string; readonly error: string };
}

/** The note of follow-up: for professionals, never sent; the young person may ask to read it (RGPD, article 15). */
export function NoteCard({ interview, note }: NoteCardProps) {
  const { appointment, access } = interview;
  const text = note?.text ?? appointment.outcomeNote ?? '';
  if (access !== 'act') {
    if (text === '') return null;
    return (
      <Card title="Note de suivi" level={2} icon="edit">
        <p class="prose">{text}</p>
      </Card>
    );
  }
  return (
    <Card title="Note de suivi" level={2} icon="edit">
      <Form action={interviewPaths.note(appointment.id)}>
        <TextArea
          name="note"
          label="Ce qui a été vu ensemble, la suite prévue"
          hint="Des faits utiles, rien de blessant : la personne peut demander à lire cette note."
          need="optional"
          rows={4}
          maxLength={NOTE_LENGTH}
          value={text}
          error={note?.error}
        />
        <Button kind="secondary">Enregistrer la note</Button>
      </Form>
    </Card>
  );
}

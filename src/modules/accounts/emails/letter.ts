import { renderMail } from '#ui/mail.tsx';

/** A short message with one thing to do. */
export interface Letter {
  readonly subject: string;
  readonly greeting: string;
  readonly before: readonly string[];
  readonly action: { readonly label: string; readonly url: string } | null;
  readonly after: readonly string[];
}

const WHY =
  'Ce message est envoyé par Cairn à l’adresse d’un compte, ou à l’adresse donnée sur la page de connexion.';

/** The same words as text and as HTML. */
export function wordsOf(letter: Letter): {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
} {
  const { subject, greeting, before, action, after } = letter;
  const { html, text } = renderMail({
    title: subject,
    brand: { name: 'Cairn' },
    blocks: [
      ...[greeting, ...before].map((words) => ({ kind: 'paragraph' as const, text: words })),
      ...(action ? [{ kind: 'action' as const, ...action }] : []),
      ...after.map((words) => ({ kind: 'small' as const, text: words })),
    ],
    footer: [WHY],
  });
  return { subject, text, html };
}

import { renderMail } from '#ui/mail.tsx';
import type { Mail } from '#ui/mail.tsx';

/** The HTML and the text of a mail, in the network's colours. */
export function rendered(
  mail: Mail,
  colours: { readonly warm: string; readonly cool: string },
): { readonly html: string; readonly text: string } {
  return renderMail({ ...mail, brand: { ...mail.brand, colours } });
}

import { z } from 'zod';
import { sharedTexts } from './texts.ts';

/** An address as typed, in lower case, without the spaces that keyboards add. */
export function emailField(message: string = sharedTexts.emailWrong) {
  return z.string(message).trim().toLowerCase().max(254, message).pipe(z.email(message));
}

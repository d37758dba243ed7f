import { z } from 'zod';
import { emailField } from '../fields.ts';
import { sharedTexts } from '../texts.ts';
import { signInTexts } from './texts.ts';

export const linkForm = z.object({ 'lien-email': emailField(sharedTexts.emailWrongTu) });

export const passwordForm = z.object({
  email: emailField(),
  password: z
    .string(signInTexts.passwordMissing)
    .min(1, signInTexts.passwordMissing)
    .max(1000, signInTexts.wrong),
  remember: z.literal('oui').optional(),
  suite: z.string().optional(),
});

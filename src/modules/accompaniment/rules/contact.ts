/** How a young person can be reached. `value` is normalised: e-mail in lower case, telephone in E.164. */
export interface Contact {
  readonly channel: 'email' | 'phone';
  readonly value: string;
}

export interface YouthContact extends Contact {
  /** Typed when the file was opened, added by a professional, or typed later by someone who has proved nothing. */
  readonly origin: 'opening' | 'professional' | 'unproven';
  readonly verifiedAt: Temporal.Instant | null;
}

/**
 * Whether holding this contact says that the file is one's own. What someone typed later without proving anything
 * neither finds a file nor lets anybody take it up.
 */
export function speaksForFile(contact: YouthContact): boolean {
  return contact.origin !== 'unproven' || contact.verifiedAt !== null;
}

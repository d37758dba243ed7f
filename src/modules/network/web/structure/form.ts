import { z } from 'zod';
import type { NetworkId, OrganisationId, PersonId } from '#platform/kernel/actor.ts';
import { parseId } from '#platform/kernel/id.ts';
import { BOOKING_FACT_KINDS } from '../../rules/booking-facts.ts';
import type { NewBookingFact } from '../../use-cases/record-booking-fact.ts';

/** The value of `subject` for the structure itself; a person is named by id. */
export const STRUCTURE_SUBJECT = 'structure';

const date = z
  .string()
  .regex(/^(\d{4}-\d{2}-\d{2})?$/, 'Donnez une date, par exemple 12/03/2026.')
  .transform((text, context) => {
    if (text === '') return null;
    try {
      return Temporal.PlainDate.from(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'Cette date n’existe pas.' });
      return z.NEVER;
    }
  });

export const factForm = z.object({
  subject: z
    .string({ error: 'Choisissez la structure ou une personne.' })
    .min(1, 'Choisissez la structure ou une personne.'),
  kind: z.enum(BOOKING_FACT_KINDS, { error: 'Choisissez ce que la date marque.' }),
  date,
  note: z.string().trim().max(500, '500 caractères au plus.').default(''),
  supersedes: z.string().default(''),
});

/** What was typed, as the verb takes it; null when an id was made up. */
export function factOf(
  typed: z.output<typeof factForm>,
  where: { readonly networkId: NetworkId; readonly organisationId: OrganisationId },
): NewBookingFact | null {
  const personId: PersonId | null = parseId<'Person'>(typed.subject);
  const supersedes = typed.supersedes === '' ? null : parseId<'BookingFact'>(typed.supersedes);
  if (typed.subject !== STRUCTURE_SUBJECT && !personId) return null;
  if (typed.supersedes !== '' && !supersedes) return null;
  return {
    networkId: where.networkId,
    subject: personId
      ? { kind: 'person', personId }
      : { kind: 'organisation', organisationId: where.organisationId },
    kind: typed.kind,
    date: typed.date,
    note: typed.note === '' ? null : typed.note,
    supersedes,
  };
}

import { z } from 'zod';
import { AFFILIATION_KINDS } from '../../rules/affiliation.ts';
import { LEGAL_FORMS } from '../../rules/organisation.ts';
import { parseSiret } from '../../rules/siret.ts';
import {
  optionalEmail,
  optionalPhone,
  optionalSite,
  optionalText,
  requiredDate,
  requiredText,
} from '../fields.ts';

export const structureForm = z.object({
  name: requiredText('Donnez le nom de la structure.'),
  shortName: optionalText,
  siret: z
    .string()
    .trim()
    .default('')
    .transform((text, context) => {
      if (text === '') return null;
      const siret = parseSiret(text);
      if (siret) return siret;
      context.addIssue({
        code: 'custom',
        message: 'Ce n’est pas un SIRET : il a 14 chiffres, et sa clé ne va pas avec les autres.',
      });
      return z.NEVER;
    }),
  legalForm: z.enum(LEGAL_FORMS, { error: 'Choisissez une forme juridique.' }),
  nonProfit: z.literal('oui').optional(),
  address: optionalText,
  representativeCivility: z.enum(['', 'madame', 'monsieur']).default(''),
  representativeName: optionalText,
  representativeQuality: optionalText,
  phone: optionalPhone,
  email: optionalEmail,
  website: optionalSite,
  kind: z.enum(AFFILIATION_KINDS, { error: 'Choisissez ce que la structure fait dans le réseau.' }),
  infoJeunes: z.literal('oui').optional(),
  from: requiredDate('Donnez le premier jour dans le réseau.'),
});

export type TypedStructure = z.output<typeof structureForm>;

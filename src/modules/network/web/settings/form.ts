import { z } from 'zod';
import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import { formatPhone } from '#ui/format.ts';
import { parseEmail } from '../../rules/import-cells.ts';
import type { NetworkIdentity } from '../../rules/identity.ts';
import type { Network } from '../../rules/network.ts';
import { parsePhone } from '../../rules/phone.ts';
import type { NetworkSettings, SettingsProblem } from '../../rules/settings.ts';
import { SETTING_BOUNDS, findSettingsProblems } from '../../rules/settings.ts';

type Bounded = keyof typeof SETTING_BOUNDS;

/** « Un nombre entier, de 0 à 720. » */
export function boundsText(field: Bounded): string {
  const [least, most] = SETTING_BOUNDS[field];
  return `Un nombre entier, de ${least} à ${most}.`;
}

function whole(field: Bounded) {
  const [least, most] = SETTING_BOUNDS[field];
  return z
    .string({ error: boundsText(field) })
    .trim()
    .regex(/^\d{1,6}$/, boundsText(field))
    .transform(Number)
    .refine((value) => value >= least && value <= most, boundsText(field));
}

function wholeOrNone(field: Bounded) {
  return z
    .literal('')
    .transform(() => null)
    .or(whole(field));
}

const textOrNone = z
  .string()
  .trim()
  .max(300, '300 caractères au plus.')
  .transform((text) => (text === '' ? null : text));

/** A text that `parse` understands, or nothing. */
function parsedOrNone(parse: (text: string) => string | null, error: string) {
  return z
    .string()
    .trim()
    .transform((text, context) => {
      if (text === '') return null;
      const value = parse(text);
      if (value !== null) return value;
      context.addIssue({ code: 'custom', message: error });
      return z.NEVER;
    });
}

const colour = z
  .string()
  .trim()
  .toLowerCase()
  .transform((text) => text.replace(/^#?([0-9a-f])([0-9a-f])([0-9a-f])$/, '#$1$1$2$2$3$3'))
  .transform((text) => text.replace(/^(?=[0-9a-f]{6}$)/, '#'))
  .pipe(
    z
      .string()
      .regex(
        /^#[0-9a-f]{6}$/,
        'Écrivez la couleur par six chiffres ou lettres, par exemple #d9622b.',
      ),
  );

const reminders = z
  .string()
  .trim()
  .transform((text) => (text === '' ? [] : text.split(/[\s,;]+/)))
  .pipe(
    z
      .array(
        z
          .string()
          .regex(/^\d{1,3}$/, boundsText('reminders'))
          .transform(Number),
      )
      .max(5, 'Cinq rappels au plus.'),
  );

export const settingsForm = z.object({
  wording: z.enum(['tu', 'vous'], { error: 'Choisissez le tutoiement ou le vouvoiement.' }),
  contactEmail: parsedOrNone(parseEmail, 'Donnez une adresse électronique complète.'),
  contactPhone: parsedOrNone(parsePhone, 'Donnez un numéro de téléphone complet.'),
  controllerName: z
    .string()
    .trim()
    .min(1, 'Dites qui répond des données personnelles.')
    .max(200, '200 caractères au plus.'),
  warm: colour,
  cool: colour,
  ageMin: wholeOrNone('ageMin'),
  ageMax: wholeOrNone('ageMax'),
  residence: z.enum(['region', 'territory', 'none'], { error: 'Choisissez une réponse.' }),
  underFifteenConsent: z.literal('oui').optional(),
  slotMinutes: whole('slotMinutes'),
  minimumNoticeHours: whole('minimumNoticeHours'),
  confirmWithinHours: whole('confirmWithinHours'),
  furthestDays: whole('furthestDays'),
  weeklyMinimumSlots: whole('weeklyMinimumSlots'),
  holdMinutes: whole('holdMinutes'),
  contactDelayMin: whole('contactDelay'),
  contactDelayMax: whole('contactDelay'),
  calendarDays: z.enum(['calendaires', 'ouvres'], { error: 'Choisissez une réponse.' }),
  reminders,
  quietFrom: whole('quietHours'),
  quietUntil: whole('quietHours'),
  videoPattern: textOrNone,
  mailFrom: textOrNone,
  smsDailyCap: whole('smsDailyCap'),
  youthFileMonths: whole('retention'),
  unansweredMonths: whole('retention'),
  timeZone: z.string().min(1, 'Choisissez un fuseau horaire.'),
});

type Typed = z.output<typeof settingsForm>;

export function settingsOf(typed: Typed): NetworkSettings {
  const { ageMin, ageMax, slotMinutes, minimumNoticeHours, confirmWithinHours } = typed;
  const { furthestDays, weeklyMinimumSlots, holdMinutes, smsDailyCap, timeZone } = typed;
  return {
    ageMin,
    ageMax,
    slotMinutes,
    minimumNoticeHours,
    confirmWithinHours,
    furthestDays,
    weeklyMinimumSlots,
    holdMinutes,
    smsDailyCap,
    timeZone,
    residence: { kind: typed.residence },
    underFifteenConsent: typed.underFifteenConsent === 'oui',
    contactDelay: { min: typed.contactDelayMin, max: typed.contactDelayMax },
    calendarDays: typed.calendarDays === 'calendaires',
    reminders: typed.reminders,
    quietHours: { from: typed.quietFrom, until: typed.quietUntil },
    videoPattern: typed.videoPattern,
    mailFrom: typed.mailFrom,
    retention: {
      youthFileMonths: typed.youthFileMonths,
      unansweredMonths: typed.unansweredMonths,
    },
  };
}

export function identityOf(typed: Typed): NetworkIdentity {
  const { wording, contactEmail, contactPhone, controllerName, warm, cool } = typed;
  return { wording, contactEmail, contactPhone, controllerName, colours: { warm, cool } };
}

/** The fields as the form shows what holds now. */
export function valuesOfNetwork({ settings, ...network }: Network): FormValues {
  const text = (value: number | string | null) => (value === null ? '' : String(value));
  return {
    wording: network.wording,
    contactEmail: text(network.contactEmail),
    contactPhone: network.contactPhone === null ? '' : formatPhone(network.contactPhone),
    controllerName: network.controllerName,
    warm: network.colours.warm,
    cool: network.colours.cool,
    ageMin: text(settings.ageMin),
    ageMax: text(settings.ageMax),
    residence: settings.residence.kind,
    underFifteenConsent: settings.underFifteenConsent ? 'oui' : '',
    slotMinutes: text(settings.slotMinutes),
    minimumNoticeHours: text(settings.minimumNoticeHours),
    confirmWithinHours: text(settings.confirmWithinHours),
    furthestDays: text(settings.furthestDays),
    weeklyMinimumSlots: text(settings.weeklyMinimumSlots),
    holdMinutes: text(settings.holdMinutes),
    contactDelayMin: text(settings.contactDelay.min),
    contactDelayMax: text(settings.contactDelay.max),
    calendarDays: settings.calendarDays ? 'calendaires' : 'ouvres',
    reminders: settings.reminders.join(', '),
    quietFrom: text(settings.quietHours.from),
    quietUntil: text(settings.quietHours.until),
    videoPattern: text(settings.videoPattern),
    mailFrom: text(settings.mailFrom),
    smsDailyCap: text(settings.smsDailyCap),
    youthFileMonths: text(settings.retention.youthFileMonths),
    unansweredMonths: text(settings.retention.unansweredMonths),
    timeZone: settings.timeZone,
  };
}

/** Where on the form a problem of the whole is said. */
const FIELD_OF: Partial<Record<SettingsProblem['field'], string>> = {
  contactDelay: 'contactDelayMin',
  retention: 'youthFileMonths',
  quietHours: 'quietFrom',
};

/** What the fields taken together cannot be. */
export function problemsOf(settings: NetworkSettings): FormErrors {
  return Object.fromEntries(
    findSettingsProblems(settings).map(({ field, code }) => [
      FIELD_OF[field] ?? field,
      code === 'out-of-bounds' && field in SETTING_BOUNDS
        ? boundsText(field as Bounded)
        : problemText(field, code),
    ]),
  );
}

function problemText(field: SettingsProblem['field'], code: SettingsProblem['code']): string {
  switch (code) {
    case 'out-of-bounds':
      return 'Cette valeur n’est pas possible.';
    case 'contradictory':
      return CONTRADICTIONS[field] ?? 'Cette valeur en contredit une autre.';
    case 'unknown-zone':
      return 'Choisissez un fuseau horaire de la liste.';
    case 'not-a-pattern':
      return 'Donnez une adresse en https:// qui contient {code}, par exemple https://visio.exemple.fr/{code}.';
    case 'not-an-address':
      return 'Écrivez par exemple : So Mobilité <rdv@exemple.fr>.';
  }
}

const CONTRADICTIONS: Partial<Record<SettingsProblem['field'], string>> = {
  ageMin: 'L’âge minimum ne peut pas dépasser l’âge maximum.',
  contactDelay: 'Le délai le plus court ne peut pas dépasser le plus long.',
  minimumNoticeHours:
    'Avec ce délai, aucun créneau ne pourrait être pris avant le dernier jour montré.',
  reminders: 'Écrivez les rappels du plus éloigné au plus proche, par exemple 48, 3.',
};

import { z } from 'zod';
import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import type { NetworkId } from '#platform/kernel/actor.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import { lockNetwork, saveNetworkSettings } from '../data/networks.ts';
import { mayCoordinate } from '../rules/authority.ts';
import type { NetworkSettings } from '../rules/settings.ts';
import { findSettingsProblems } from '../rules/settings.ts';

const whole = z.int();

/** The shape of what may be changed, for forms and imports; bounds and contradictions are `findSettingsProblems`'. */
export const settingsChangeSchema = z
  .strictObject({
    timeZone: z.string(),
    ageMin: whole.nullable(),
    ageMax: whole.nullable(),
    residence: z.strictObject({ kind: z.enum(['region', 'territory', 'none']) }),
    slotMinutes: whole,
    minimumNoticeHours: whole,
    confirmWithinHours: whole,
    furthestDays: whole,
    weeklyMinimumSlots: whole,
    holdMinutes: whole,
    contactDelay: z.strictObject({ min: whole, max: whole }),
    calendarDays: z.boolean(),
    retention: z.strictObject({ youthFileMonths: whole, unansweredMonths: whole }),
    quietHours: z.strictObject({ from: whole, until: whole }),
    reminders: z.array(whole).max(5),
    videoPattern: z.string().nullable(),
    mailFrom: z.string().nullable(),
    smsDailyCap: whole,
    underFifteenConsent: z.boolean(),
  } satisfies Record<keyof NetworkSettings, z.ZodType>)
  .partial();

export type ChangeSettingsRefusal = 'not-allowed' | 'not-found' | 'invalid-settings';

/** `changes` holds only what is to differ; a wrong shape, a bound or a contradiction refuses the whole. */
export async function changeNetworkSettings(
  ctx: Ctx,
  input: { readonly networkId: NetworkId; readonly changes: unknown },
): Promise<Decision<ChangeSettingsRefusal, NetworkSettings>> {
  const { networkId } = input;
  if (!mayCoordinate(ctx.actor, networkId)) return refuse('not-allowed');
  const reading = settingsChangeSchema.safeParse(input.changes);
  if (!reading.success) return refuse('invalid-settings');
  const changes = Object.fromEntries(
    Object.entries(reading.data).filter(([, value]) => value !== undefined),
  ) as Partial<NetworkSettings>;
  return ctx.db.inInstallation(async (tx) => {
    const network = await lockNetwork(tx, networkId);
    if (!network) return refuse('not-found');
    const settings: NetworkSettings = { ...network.settings, ...changes };
    if (findSettingsProblems(settings).length > 0) return refuse('invalid-settings');
    await saveNetworkSettings(tx, networkId, settings);
    await record(ctx, tx, {
      verb: 'network.change-network-settings',
      networkId,
      subject: { kind: 'network', id: networkId },
      facts: Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, JSON.stringify(value)])),
    });
    return accept(settings);
  });
}

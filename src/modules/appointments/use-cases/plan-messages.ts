import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';
import { dropNotices, planNotices } from '#modules/notifications/index.ts';
import type { NoticePlan } from '#modules/notifications/index.ts';
import type { Appointment } from '../data/appointments.ts';
import type { AppointmentId } from '../rules/calendar.ts';
import { planReminders } from '../rules/reminders.ts';
import { zoneClock } from '../rules/zone-clock.ts';
import { subjectOf } from './subject.ts';
import type { Subject } from './subject.ts';

/** The job that finds the words of every message about an interview. */
export const TELL_PARTIES = 'appointments.tell-parties';

export const REMINDER_KINDS = ['reminder-48', 'reminder-3'] as const;
const REMINDERS = { 'two-days': 'reminder-48', 'three-hours': 'reminder-3' } as const;

/** A change of state that both sides are told at once. */
export type TellingKind =
  | 'confirmed'
  | 'moved'
  | 'cancelled'
  | 'late'
  | 'missed'
  | 'link-again'
  | 'transferred';

export interface Telling {
  readonly kind: TellingKind;
  /** Channels by which the young person can be reached. */
  readonly channels: readonly ('email' | 'sms')[];
  readonly audiences: readonly ('youth' | 'professional')[];
}

/** Tells at once, in the transaction of the act. A professional is told by e-mail. */
export async function planTelling(
  ctx: Ctx,
  tx: Tx,
  subject: Subject,
  telling: Telling,
): Promise<void> {
  const now = ctx.now();
  const plans = telling.audiences.flatMap((audience) =>
    (audience === 'youth' ? telling.channels : (['email'] as const)).map((channel) =>
      planOf(subject, { kind: telling.kind, audience, channel, dueAt: now }),
    ),
  );
  await planNotices(ctx, tx, plans);
}

/** Who no longer holds the interview is told so, and their calendar loses it: the interview itself only knows who holds it now. */
export async function tellFormerAdviser(
  ctx: Ctx,
  tx: Tx,
  { former, moved }: { readonly former: Appointment; readonly moved: Appointment },
): Promise<void> {
  const plan = planOf(subjectOf(moved), {
    kind: 'withdrawn',
    audience: 'professional',
    channel: 'email',
    dueAt: ctx.now(),
  });
  const about = Temporal.Instant.fromEpochMilliseconds(former.period.start);
  await planNotices(ctx, tx, [{ ...plan, recipientId: former.personId, about }]);
}

/** The reminders of a date just given, those of a former date being dropped. */
export async function replanReminders(
  ctx: Ctx,
  tx: Tx,
  subject: Subject,
  channels: readonly ('email' | 'sms')[],
): Promise<void> {
  await dropReminders(ctx, tx, subject.id, 'moved');
  const planned = planReminders(
    { start: subject.start },
    zoneClock(subject.zone),
    ctx.now().epochMilliseconds,
  );
  const plans = planned.flatMap((reminder) =>
    channels.map((channel) =>
      planOf(subject, {
        kind: REMINDERS[reminder.kind],
        audience: 'youth',
        channel,
        dueAt: Temporal.Instant.fromEpochMilliseconds(reminder.at),
      }),
    ),
  );
  await planNotices(ctx, tx, plans);
}

export async function dropReminders(
  ctx: Ctx,
  tx: Tx,
  appointmentId: AppointmentId,
  why: 'moved' | 'cancelled' | 'over',
): Promise<void> {
  await dropNotices(ctx, tx, { subjectId: appointmentId, kinds: REMINDER_KINDS, why });
}

function planOf(
  subject: Subject,
  what: Pick<NoticePlan, 'kind' | 'audience' | 'channel' | 'dueAt'>,
): NoticePlan {
  return {
    ...what,
    networkId: subject.networkId,
    job: TELL_PARTIES,
    subjectId: subject.id,
    version: subject.sequence,
  };
}

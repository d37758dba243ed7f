import type { Ctx } from '#platform/context.ts';
import { findHelpRequest, listHelpRequests, listTimeline } from '#modules/accompaniment/index.ts';
import type { Exchange, HelpRequest } from '#modules/accompaniment/index.ts';
import { listReceipts } from '#modules/notifications/index.ts';
import type { Notice } from '#modules/notifications/index.ts';
import { findCommune } from '#modules/territories/index.ts';
import type { AppointmentId } from '../rules/calendar.ts';
import { interviewAccess, reachOf } from '../rules/interview-access.ts';
import type { InterviewAccess } from '../rules/interview-access.ts';
import { readAppointment } from './open-private-page.ts';
import type { AppointmentView } from './open-private-page.ts';

/** An interview as its adviser reads it. */
export interface Interview extends AppointmentView {
  readonly access: Exclude<InterviewAccess, 'none'>;
  /** What the young person said of their project, and where the request came from. */
  readonly request: HelpRequest | null;
  readonly communeName: string | null;
  /** All that was done for this young person in the network, oldest first. */
  readonly timeline: readonly Exchange[];
  /** What was sent, or will be, about this interview. */
  readonly receipts: readonly Notice[];
}

/** The interview, for whoever may see it; null for what is not there and for what is not theirs. */
export async function openInterview(
  ctx: Ctx,
  appointmentId: AppointmentId,
): Promise<Interview | null> {
  const opened = await openInterviewView(ctx, appointmentId);
  if (!opened) return null;
  const { appointment, youth } = opened;
  const { networkId, helpRequestId } = appointment;
  const { request, timeline } = await ctx.db.inNetwork(networkId, async (tx) => {
    const requests = youth
      ? await listHelpRequests(tx, { networkId, youthFileIds: [youth.id] })
      : [];
    return {
      request: helpRequestId ? await findHelpRequest(tx, { networkId, helpRequestId }) : null,
      timeline: await listTimeline(tx, {
        networkId,
        helpRequestIds: requests.map((one) => one.id),
      }),
    };
  });
  const commune = youth?.communeCode ? await findCommune(ctx, youth.communeCode) : null;
  const communeName = commune && `${commune.name} (${commune.departement.name})`;
  return {
    ...opened,
    request,
    communeName,
    timeline,
    receipts: await listReceipts(ctx, appointmentId),
  };
}

/** The interview alone, for the pages of one act. */
export async function openInterviewView(
  ctx: Ctx,
  appointmentId: AppointmentId,
): Promise<(AppointmentView & Pick<Interview, 'access'>) | null> {
  const reach = reachOf(ctx.actor);
  if (!reach) return null;
  const view = await readAppointment(ctx, { networkId: reach.networkId, appointmentId });
  if (!view || view.appointment.status === 'on_hold') return null;
  const access = interviewAccess(ctx.actor, view.appointment);
  return access === 'none' ? null : { ...view, access };
}

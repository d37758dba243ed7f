import type { Ctx } from '#platform/context.ts';
import type { Mail } from '#platform/mail/transport.ts';
import { calendarText } from '#platform/calendar/ics.ts';
import { listPeople } from '#modules/accounts/index.ts';
import type { Person } from '#modules/accounts/index.ts';
import { deliverNotice } from '#modules/notifications/index.ts';
import type { Notice, NoticeId, Words } from '#modules/notifications/index.ts';
import { rendered } from '../emails/rendered.ts';
import {
  PROFESSIONAL_KINDS,
  professionalMail,
  withdrawalMail,
} from '../emails/professional-mails.ts';
import type { ProfessionalKind } from '../emails/professional-mails.ts';
import type { AppointmentSaid } from '../emails/said.ts';
import { YOUTH_KINDS, youthMail, youthSms } from '../emails/youth-mails.ts';
import type { YouthKind } from '../emails/youth-mails.ts';
import type { AppointmentId } from '../rules/calendar.ts';
import { staleness } from '../rules/staleness.ts';
import { mintLink } from './mint-link.ts';
import { readAppointment } from './open-private-page.ts';
import type { AppointmentView } from './open-private-page.ts';

/** Job: reads the interview as it is now, and says it to one side by one channel, or says nothing of what is stale. */
export async function tellParties(ctx: Ctx, data: { readonly noticeId: string }): Promise<void> {
  await deliverNotice(ctx, data.noticeId as NoticeId, (notice) => compose(ctx, notice));
}

async function compose(ctx: Ctx, notice: Notice): Promise<Words> {
  const appointmentId = notice.subjectId as string as AppointmentId;
  const view = await readAppointment(ctx, { networkId: notice.networkId, appointmentId });
  if (!view) return { kind: 'nothing', why: 'gone' };
  const why = staleness(notice, view.appointment, ctx.now().epochMilliseconds);
  if (why) return { kind: 'nothing', why };
  return notice.audience === 'youth'
    ? composeForYouth(ctx, notice, view)
    : composeForProfessional(ctx, notice, view);
}

async function composeForYouth(ctx: Ctx, notice: Notice, view: AppointmentView): Promise<Words> {
  const kind = YOUTH_KINDS.find((one) => one === notice.kind);
  const contact = view.youth?.contacts.find(
    (one) =>
      one.origin !== 'unproven' && one.channel === (notice.channel === 'email' ? 'email' : 'phone'),
  );
  if (!kind || !view.youth || !contact) return { kind: 'nothing', why: 'nobody-to-tell' };
  const token = await ctx.db.inNetwork(notice.networkId, (tx) =>
    mintLink(ctx, tx, view.appointment),
  );
  const said = saidOf(ctx, view, `${ctx.baseUrl}/rdv/${token}`);
  if (notice.channel === 'sms') {
    const sms = {
      to: contact.value,
      from: view.network.name.slice(0, 11),
      text: youthSms(kind, said),
    };
    return { kind: 'sms', sms, mostSegmentsADay: view.network.settings.smsDailyCap };
  }
  const written = youthMail(kind, said);
  const attendee = { name: view.youth.firstName, email: contact.value };
  const calendar = calendarFor(ctx, { view, said, kind, attendee });
  return mailWords(view, { ...written, to: contact.value, calendar });
}

async function composeForProfessional(
  ctx: Ctx,
  notice: Notice,
  view: AppointmentView,
): Promise<Words> {
  const kind = PROFESSIONAL_KINDS.find((one) => one === notice.kind);
  const recipientId = notice.recipientId ?? view.appointment.personId;
  // Given away, then given back before the message left: there is nothing to take away.
  if (kind === 'withdrawn' && recipientId === view.appointment.personId)
    return { kind: 'nothing', why: 'superseded' };
  const [adviser] = await ctx.db.inInstallation((tx) => listPeople(tx, [recipientId]));
  if (!kind || !adviser?.email || adviser.closedAt)
    return { kind: 'nothing', why: 'nobody-to-tell' };
  if (notice.about) return composeWithdrawal(ctx, { view, about: notice.about, adviser });
  const said = saidOf(ctx, view, `${ctx.baseUrl}/pro/rendez-vous/${view.appointment.id}`);
  const written = professionalMail(kind, said);
  const attendee = { name: view.adviserName, email: adviser.email };
  const calendar = calendarFor(ctx, { view, said, kind, attendee });
  return mailWords(view, { ...written, to: adviser.email, calendar });
}

interface Withdrawal {
  readonly view: AppointmentView;
  readonly about: Temporal.Instant;
  readonly adviser: Person;
}

/** To who no longer holds it: the time that is free again, and a cancelled entry for their calendar; nothing of where it went. */
function composeWithdrawal(ctx: Ctx, { view, about, adviser }: Withdrawal): Words {
  const { period } = view.appointment;
  const start = about.epochMilliseconds;
  const former: AppointmentView = {
    ...view,
    adviserName: adviser.givenName,
    place: null,
    appointment: {
      ...view.appointment,
      status: 'cancelled',
      mode: 'in-person',
      period: { start, end: start + (period.end - period.start) },
      videoUrl: null,
      fallbackPhone: null,
      phoneNumber: null,
    },
  };
  const said = saidOf(ctx, former, `${ctx.baseUrl}/pro`);
  const email = adviser.email ?? '';
  const attendee = { name: adviser.givenName, email };
  const calendar = calendarFor(ctx, { view: former, said, kind: 'withdrawn', attendee });
  return mailWords(view, { ...withdrawalMail(said), to: email, calendar });
}

/** What every message may say of the interview, in the hours of its place. */
export function saidOf(ctx: Ctx, view: AppointmentView, link: string): AppointmentSaid {
  const { appointment, network, organisation, place } = view;
  const at = (ms: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(appointment.zone);
  return {
    networkName: network.name,
    wording: network.wording,
    youthName: view.youth?.firstName ?? '',
    adviserName: view.adviserName,
    organisationName: organisation.shortName ?? organisation.name,
    mode: appointment.mode,
    start: at(appointment.period.start),
    end: at(appointment.period.end),
    place,
    videoUrl: appointment.videoUrl,
    fallbackPhone: appointment.fallbackPhone,
    phoneDirection: appointment.phoneDirection,
    phoneNumber: appointment.phoneNumber,
    link,
    status: appointment.status,
    cancelledBy: appointment.cancelledBy,
    cancellationNote: appointment.cancellationNote,
    lateMinutes: appointment.lateMinutes,
    bookAgainUrl: `${ctx.baseUrl}/${network.slug}/rendez-vous`,
  };
}

interface CalendarAsked {
  readonly view: AppointmentView;
  readonly said: AppointmentSaid;
  readonly kind: YouthKind | ProfessionalKind;
  readonly attendee: { readonly name: string; readonly email: string };
}

/** The kinds of message that change what a calendar shows. */
const CALENDAR_METHODS: Partial<Record<YouthKind | ProfessionalKind, 'REQUEST' | 'CANCEL'>> = {
  confirmed: 'REQUEST',
  moved: 'REQUEST',
  transferred: 'REQUEST',
  cancelled: 'CANCEL',
  withdrawn: 'CANCEL',
};

function calendarFor(ctx: Ctx, { view, said, kind, attendee }: CalendarAsked): Mail['calendar'] {
  const method = CALENDAR_METHODS[kind];
  if (!method) return undefined;
  const entry = { ...entryOf(ctx, view, said), attendee };
  return { method, content: calendarText({ method, name: view.network.name, entries: [entry] }) };
}

/** The entry of an interview, for a mail, a file or a feed: neutral title, no word of what it is about. */
export function entryOf(ctx: Ctx, view: AppointmentView, said: AppointmentSaid) {
  const { appointment, network, place } = view;
  const how = [
    said.videoUrl ? `Visio : ${said.videoUrl}` : null,
    said.mode === 'phone' ? 'Par téléphone' : null,
    said.fallbackPhone ? `Si la visio ne marche pas : ${said.fallbackPhone}` : null,
  ].filter((line) => line !== null);
  return {
    uid: `${appointment.id}@cairn`,
    sequence: appointment.sequence,
    status: appointment.status === 'cancelled' ? ('cancelled' as const) : ('confirmed' as const),
    period: appointment.period,
    zone: appointment.zone,
    summary: `Rendez-vous ${network.name}`,
    location: place ? `${place.name}, ${place.address}` : null,
    description: how.join('\n'),
    url: said.link,
    organiser: {
      name: network.name,
      email: network.contactEmail ?? 'ne-pas-repondre@cairn.example',
    },
    attendee: null,
    stamp: ctx.now(),
  };
}

interface Written {
  readonly subject: string;
  readonly mail: Parameters<typeof rendered>[0];
  readonly to: string;
  readonly calendar: Mail['calendar'];
}

function mailWords(view: AppointmentView, written: Written): Words {
  const { network } = view;
  const { html, text } = rendered(written.mail, network.colours);
  return {
    kind: 'mail',
    mail: {
      to: written.to,
      from: network.settings.mailFrom ?? `${network.name} <ne-pas-repondre@cairn.example>`,
      ...(network.contactEmail ? { replyTo: network.contactEmail } : {}),
      subject: written.subject,
      text,
      html,
      ...(written.calendar ? { calendar: written.calendar } : {}),
    },
  };
}

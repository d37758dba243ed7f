/** `on_hold` is a slot kept while someone fills the form; the database deletes it when it expires. */
export const APPOINTMENT_STATUSES = ['on_hold', 'booked', 'held', 'absent', 'cancelled'] as const;
export type AppointmentStatus = (typeof APPOINTMENT_STATUSES)[number];

export type CancelledBy = 'youth' | 'structure';

/** What can happen to an appointment. */
export const APPOINTMENT_ACTS = [
  'confirm',
  'move',
  'cancel',
  'record-held',
  'record-absent',
  'record-cancelled',
] as const;
export type AppointmentAct = (typeof APPOINTMENT_ACTS)[number];

/**
 * Where each act leads from each status; null: it cannot happen there (requirements §9). An outcome recorded by mistake can be
 * corrected among the three outcomes; an appointment cancelled in time is never revived: its slot may have been taken.
 */
const NEXT: Readonly<
  Record<AppointmentStatus, Readonly<Record<AppointmentAct, AppointmentStatus | null>>>
> = {
  on_hold: {
    confirm: 'booked',
    move: null,
    cancel: null,
    'record-held': null,
    'record-absent': null,
    'record-cancelled': null,
  },
  booked: {
    confirm: null,
    move: 'booked',
    cancel: 'cancelled',
    'record-held': 'held',
    'record-absent': 'absent',
    'record-cancelled': 'cancelled',
  },
  held: {
    confirm: null,
    move: null,
    cancel: null,
    'record-held': null,
    'record-absent': 'absent',
    'record-cancelled': 'cancelled',
  },
  absent: {
    confirm: null,
    move: null,
    cancel: null,
    'record-held': 'held',
    'record-absent': null,
    'record-cancelled': 'cancelled',
  },
  cancelled: {
    confirm: null,
    move: null,
    cancel: null,
    'record-held': null,
    'record-absent': null,
    'record-cancelled': null,
  },
};

export function statusAfter(
  status: AppointmentStatus,
  act: AppointmentAct,
): AppointmentStatus | null {
  return NEXT[status][act];
}

/** Whether the appointment takes the time of its adviser: a cancelled one gives it back at once, an absent one too (design §5). */
export function takesTime(status: AppointmentStatus): boolean {
  return status === 'booked' || status === 'on_hold' || status === 'held';
}

export { createOpening } from './use-cases/create-opening.ts';
export { appointmentJobs } from './use-cases/jobs.ts';
export { bookAppointment } from './use-cases/book-appointment.ts';
export { holdSlot } from './use-cases/hold-slot.ts';
export { listDaySlots } from './use-cases/list-day-slots.ts';
export { cancelAppointment } from './use-cases/cancel-appointment.ts';
export { moveAppointment } from './use-cases/move-appointment.ts';
export type { AppointmentId, AppointmentMode, OpeningId } from './rules/calendar.ts';

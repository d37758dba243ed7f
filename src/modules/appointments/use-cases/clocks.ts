import { zoneClocks } from '../rules/zone-clock.ts';

/** Zone tables do not change while a process runs: one set for all calendars. */
export const clocks = zoneClocks();

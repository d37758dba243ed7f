import type { Page } from 'playwright-core';

import type { Stage } from './stage.ts';

/** Signs in as someone of the demonstration, by its one click; `role` as its button says it. */
export async function become(page: Page, name: string, role: string | RegExp): Promise<void> {
  await page.goto('/demo');
  await page
    .locator('details')
    .evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
  const button = page
    .getByRole('button', { name: new RegExp(`\\(${name}\\)$`) })
    .filter({ hasText: role });
  await Promise.all([page.waitForEvent('load'), button.first().click()]);
}

/** An adviser who holds several interviews in one week to come, and is there that week. */
export interface BusyWeek {
  readonly adviser: string;
  /** ISO. */
  readonly monday: string;
  readonly sunday: string;
  readonly interviews: number;
}

/** As many, each of another adviser; the soonest that the public could still book. */
export async function listBusyWeeks(stage: Stage, count: number): Promise<readonly BusyWeek[]> {
  const rows = await stage.query(`
    select distinct on (person_id) * from (
      select a.person_id, p.given_name || ' ' || p.family_name as adviser, count(*)::int as interviews,
        to_char(date_trunc('week', lower(period) at time zone zone), 'YYYY-MM-DD') as monday,
        to_char(date_trunc('week', lower(period) at time zone zone) + interval '6 days', 'YYYY-MM-DD') as sunday
      from appointments.appointment a join accounts.person p on p.id = a.person_id
      where a.status = 'booked' and lower(period) > (select loaded_at from platform.demo_clock) + interval '7 days'
        and not exists (select from appointments.absence b where b.person_id = a.person_id)
        and (select count(*) from network.membership m where m.person_id = a.person_id) = 1
      group by a.person_id, 2, 4, 5) week
    where interviews >= 2 order by person_id, monday`);
  if (rows.length < count) throw new Error(`only ${rows.length} advisers with a busy week`);
  return rows.slice(0, count) as unknown as BusyWeek[];
}

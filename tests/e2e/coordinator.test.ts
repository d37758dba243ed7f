import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { screenshot } from '../browser/browser.ts';
import { become } from './professional.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';
import { expectWelcoming } from './welcoming.ts';
import { heading } from './young-person.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

describe.each([360, 1280] as const)('a coordinator, at %i px', (width) => {
  it('sees the structure under its minimum, and opens it', async () => {
    const opened = await stage.open({ width });
    const { page } = opened;
    await become(page, 'Maud Castaing', /coordin/i);
    await page.goto('/coordination/so-mobilite');
    const concern = page
      .getByRole('region')
      .or(page.locator('section'))
      .filter({
        has: page.getByRole('heading', { name: /^Sous le minimum de créneaux/ }),
      });
    const structure = concern.getByRole('link', { name: await structureOf('Aurore', 'Pradeau') });
    expect(await structure.count()).toBe(1);
    expect(await concern.getByText('À voir').count()).toBeGreaterThan(0);
    await expectWelcoming(opened);
    await screenshot(page, `cockpit-${width}`);
    await Promise.all([page.waitForEvent('load'), structure.click()]);
    expect(await page.getByRole('main').innerText()).toContain('Aurore');
    await expectWelcoming(opened);
    await screenshot(page, `structure-${width}`);
    await opened.close();
  });

  it.each(['structures', 'rendez-vous', 'reglages', 'import'])('reads %s', async (name) => {
    const opened = await stage.open({ width });
    const { page } = opened;
    await become(page, 'Maud Castaing', /coordin/i);
    const answer = await page.goto(`/coordination/so-mobilite/${name}`);
    expect(answer?.status()).toBe(200);
    expect(await heading(page)).not.toBe('');
    await expectWelcoming(opened);
    await screenshot(page, `${name}-${width}`);
    await opened.close();
  });
});

/** As the coordination's pages name it. */
async function structureOf(givenName: string, familyName: string): Promise<string> {
  const [row] = await stage.query(`
    select coalesce(o.short_name, o.name) as name from network.membership m
    join accounts.person p on p.id = m.person_id join network.organisation o on o.id = m.organisation_id
    where p.given_name = '${givenName}' and p.family_name = '${familyName}' and m.role = 'adviser'`);
  return String(row?.['name']);
}

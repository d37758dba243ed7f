import type { CDPSession, Page } from 'playwright-core';

/** One stop of the Tab key, as the browser's accessibility tree says it. */
export interface Stop {
  readonly role: string;
  readonly name: string;
}

/** Someone who has a keyboard and nothing else; every stop must be seen, in view, and after the one before. */
export class Keyboard {
  readonly #page: Page;
  readonly #session: CDPSession;

  static async of(page: Page): Promise<Keyboard> {
    return new Keyboard(page, await page.context().newCDPSession(page));
  }

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  /** Presses Tab until the stop of that role and name; answers the stops met on the way. */
  async tabTo(role: string, name: string | RegExp): Promise<readonly Stop[]> {
    const met: Stop[] = [];
    for (let presses = 0; presses < 150; presses += 1) {
      await this.#page.keyboard.press('Tab');
      const stop = await this.here();
      met.push(stop);
      await this.#expectSeen(stop);
      const isIt = typeof name === 'string' ? stop.name === name : name.test(stop.name);
      if (stop.role === role && isIt) return met;
    }
    throw new Error(`Tab never comes to ${role} « ${name} »; it met ${JSON.stringify(met)}`);
  }

  /** Where the focus is. */
  async here(): Promise<Stop> {
    const { result } = await this.#session.send('Runtime.evaluate', {
      expression: 'document.activeElement',
    });
    if (!result.objectId) throw new Error('nothing has the focus');
    const { nodes } = await this.#session.send('Accessibility.getPartialAXTree', {
      objectId: result.objectId,
      fetchRelatives: false,
    });
    const [node] = nodes;
    return { role: String(node?.role?.value ?? ''), name: String(node?.name?.value ?? '') };
  }

  /** Presses the key and waits for the page that answers. */
  async pressAndLoad(key: 'Enter' | 'Space'): Promise<void> {
    await Promise.all([this.#page.waitForEvent('load'), this.#page.keyboard.press(key)]);
  }

  type(text: string): Promise<void> {
    return this.#page.keyboard.insertText(text);
  }

  press(key: string): Promise<void> {
    return this.#page.keyboard.press(key);
  }

  async #expectSeen(stop: Stop): Promise<void> {
    for (const [fault, isAtFault] of FAULTS) {
      if (await this.#page.evaluate(isAtFault)) {
        throw new Error(`${this.#page.url()}: ${stop.role} « ${stop.name} » ${fault}`);
      }
    }
  }
}

/** Run in the page, on the element that has the focus: WCAG 2.4.7, 2.4.11, 2.4.3. */
const FAULTS: readonly (readonly [fault: string, isAtFault: () => boolean])[] = [
  [
    'has no outline, nor its label, nor the box around it',
    () => {
      const here = document.activeElement;
      return ![here, here?.nextElementSibling, here?.parentElement].some((element) => {
        const style = element && getComputedStyle(element);
        return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
      });
    },
  ],
  [
    'is out of view',
    () => {
      const box = document.activeElement?.getBoundingClientRect();
      if (!box) return true;
      const isBeside = box.right <= 0 || box.left >= innerWidth;
      return isBeside || box.bottom <= 0 || box.top >= innerHeight;
    },
  ],
  [
    'comes before the stop before it',
    () => {
      const [here, last] = [document.activeElement, document.querySelector('[data-last-stop]')];
      last?.removeAttribute('data-last-stop');
      here?.setAttribute('data-last-stop', '');
      if (!here || !last) return false;
      return (last.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING) === 0;
    },
  ],
];

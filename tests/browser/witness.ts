import type { Page, Request } from 'playwright-core';

export interface SeenRequest {
  readonly url: string;
  readonly kind: string;
  /** Bytes on the wire, headers and body; 0 when it came from the cache or failed. */
  readonly transferred: number;
}

/** What a page did behind the scenes. */
export interface Witness {
  /** Every request so far, in order. */
  readonly requests: readonly SeenRequest[];
  /** Requests outside the site, refusals of the content policy, errors of scripts and of the console. */
  readonly faults: readonly string[];
  /** Faults that a journey provokes on purpose (a 404 that is looked at, say) are named beforehand. */
  allow(pattern: RegExp): void;
  /** Throws with the list of faults. */
  expectClean(): void;
}

/** Starts writing down. The site's own address, `data:` and `blob:` are the only ones a page may ask for. */
export function watch(
  page: Page,
  site: { readonly baseUrl: string; readonly javaScript?: 'on' | 'off' | 'blocked' },
): Witness {
  const requests: SeenRequest[] = [];
  const faults: string[] = [];
  const allowed: RegExp[] = [];
  const origin = new URL(site.baseUrl).origin;

  page.on('request', (request) => {
    if (isElsewhere(request.url(), origin)) faults.push(`third party: ${request.url()}`);
  });
  page.on('requestfinished', async (request) => requests.push(await measure(request)));
  page.on('requestfailed', (request) => {
    requests.push({ url: request.url(), kind: request.resourceType(), transferred: 0 });
  });
  page.on('pageerror', (error) => faults.push(`script error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    // A status that the page itself explains (409, 422…) is no fault: the browser logs each as an error.
    if (/Failed to load resource: the server responded with a status of 4\d\d/.test(message.text()))
      return;
    if (site.javaScript === 'blocked' && /ERR_FAILED/.test(message.text())) return;
    faults.push(`console: ${message.text()}`);
  });

  return {
    requests,
    faults,
    allow: (pattern) => void allowed.push(pattern),
    expectClean: () => {
      const left = faults.filter((fault) => !allowed.some((pattern) => pattern.test(fault)));
      if (left.length > 0) throw new Error(`the page is not clean:\n- ${left.join('\n- ')}`);
    },
  };
}

function isElsewhere(url: string, origin: string): boolean {
  const address = new URL(url);
  return !['data:', 'blob:', 'about:'].includes(address.protocol) && address.origin !== origin;
}

async function measure(request: Request): Promise<SeenRequest> {
  const seen = { url: request.url(), kind: request.resourceType() };
  try {
    const sizes = await request.sizes();
    return { ...seen, transferred: sizes.responseHeadersSize + sizes.responseBodySize };
  } catch {
    // The page was closed meanwhile.
    return { ...seen, transferred: 0 };
  }
}

import { Worker } from 'node:worker_threads';

/** One request as it goes on the wire; a body makes it a POST of a form. */
export interface Shot {
  readonly path: string;
  readonly body?: string;
}

export interface Volley {
  readonly shots: readonly Shot[];
  /** Connections at once, each with one request under way. */
  readonly connections: number;
  /** The only status that counts; anything else throws. */
  readonly status: number;
}

export interface Told {
  /** From the first byte sent to the last answer. */
  readonly elapsedMs: number;
  /** Of each shot, in their order. */
  readonly latenciesMs: readonly number[];
}

/** Asks from a thread of its own, with as little work as HTTP allows: what is measured is the server. */
export interface Client {
  readonly fire: (port: number, volley: Volley) => Promise<Told>;
  readonly close: () => Promise<void>;
}

export function openClient(): Client {
  const worker = new Worker(new URL('./client-thread.ts', import.meta.url), {
    execArgv: ['--import', 'tsx'],
  });
  return {
    fire: (port, volley) =>
      new Promise((resolve, reject) => {
        worker.once('message', (told: Told | { readonly fault: string }) => {
          if ('fault' in told) reject(new Error(told.fault));
          else resolve(told);
        });
        worker.postMessage({ port, volley });
      }),
    close: async () => void (await worker.terminate()),
  };
}

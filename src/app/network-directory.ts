import type { NetworkView } from './ports.ts';

/** The networks' frames, kept in memory and read again every half minute: each page needs one, they hardly change. */
export class NetworkDirectory {
  readonly #load: () => Promise<readonly NetworkView[]>;
  readonly #stylesheetOf: (network: NetworkView) => string;
  #bySlug = new Map<string, NetworkView>();
  #sheets = new Map<string, string>();
  #loadedAt = Number.NEGATIVE_INFINITY;
  #reading: Promise<void> | null = null;

  constructor(
    load: () => Promise<readonly NetworkView[]>,
    stylesheetOf: (network: NetworkView) => string,
  ) {
    this.#load = load;
    this.#stylesheetOf = stylesheetOf;
  }

  /** One reading at a time, awaited by all who come meanwhile; one that failed is tried again by the next request. */
  async refresh(): Promise<void> {
    if (performance.now() - this.#loadedAt < 30_000) return;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = null;
    });
    await this.#reading;
  }

  async #read(): Promise<void> {
    const networks = await this.#load();
    this.#loadedAt = performance.now();
    this.#bySlug = new Map(networks.map((network) => [network.slug, network]));
    this.#sheets = new Map(networks.map((network) => [network.slug, this.#stylesheetOf(network)]));
  }

  /** The next request reads the networks again. */
  forget(): void {
    this.#loadedAt = Number.NEGATIVE_INFINITY;
  }

  list(): readonly NetworkView[] {
    return [...this.#bySlug.values()];
  }

  bySlug(slug: string): NetworkView | null {
    return this.#bySlug.get(slug) ?? null;
  }

  byId(id: NetworkView['id']): NetworkView | null {
    return this.list().find((network) => network.id === id) ?? null;
  }

  stylesheet(slug: string): string | null {
    return this.#sheets.get(slug) ?? null;
  }
}

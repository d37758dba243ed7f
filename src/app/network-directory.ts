import type { NetworkView } from './ports.ts';

/** The networks' frames, kept in memory and read again every half minute: each page needs one, they hardly change. */
export class NetworkDirectory {
  readonly #load: () => Promise<readonly NetworkView[]>;
  readonly #stylesheetOf: (network: NetworkView) => string;
  #bySlug = new Map<string, NetworkView>();
  #sheets = new Map<string, string>();
  #loadedAt = Number.NEGATIVE_INFINITY;

  constructor(
    load: () => Promise<readonly NetworkView[]>,
    stylesheetOf: (network: NetworkView) => string,
  ) {
    this.#load = load;
    this.#stylesheetOf = stylesheetOf;
  }

  async refresh(): Promise<void> {
    if (performance.now() - this.#loadedAt < 30_000) return;
    this.#loadedAt = performance.now();
    const networks = await this.#load();
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

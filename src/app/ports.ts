import type { NetworkId } from '#platform/kernel/actor.ts';

/** What the frame of a page knows of a network. */
export interface NetworkView {
  readonly id: NetworkId;
  readonly slug: string;
  readonly name: string;
  readonly controllerName: string;
  readonly warmColour: string;
  readonly coolColour: string;
}

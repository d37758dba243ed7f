declare const brand: unique symbol;

/** A UUIDv7 in its canonical text form, that cannot be handed in for the id of another thing. */
export type Id<Thing extends string> = string & { readonly [brand]: Thing };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The id held by `text`, or null when it is not a UUID (an address typed by hand, say). */
export function parseId<Thing extends string>(text: string): Id<Thing> | null {
  const lower = text.toLowerCase();
  return UUID.test(lower) ? (lower as Id<Thing>) : null;
}

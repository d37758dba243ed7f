/** After so many days the relative dates of the demonstration have drifted: it says so. */
export const FRESH_DAYS = 7;

/** Whole days since the loading when they are more than FRESH_DAYS, else null. Both by the machine's clock or both by the moved one. */
export function staleDays(loadedAt: Temporal.Instant | null, now: Temporal.Instant): number | null {
  if (!loadedAt) return null;
  const days = Math.floor((now.epochMilliseconds - loadedAt.epochMilliseconds) / 86_400_000);
  return days > FRESH_DAYS ? days : null;
}

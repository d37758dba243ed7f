/** A link or an agreement in local days, both ends included; `until` null: no end announced. */
export interface Dated {
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate | null;
}

/** Whether it holds on that local day: what ends on the 31st still holds on the 31st. */
export function holdsOn(period: Dated, day: Temporal.PlainDate): boolean {
  return (
    Temporal.PlainDate.compare(period.from, day) <= 0 &&
    (period.until === null || Temporal.PlainDate.compare(day, period.until) <= 0)
  );
}

/** Whether it has ended before that local day. */
export function endedBefore(period: Dated, day: Temporal.PlainDate): boolean {
  return period.until !== null && Temporal.PlainDate.compare(period.until, day) < 0;
}

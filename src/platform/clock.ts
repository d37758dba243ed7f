/** Where every verb takes the time from. Only the demonstration may move it (`offsetMs`), and only forward. */
export interface Clock {
  now(): Temporal.Instant;
}

export const systemClock: Clock = {
  now: () => Temporal.Instant.fromEpochMilliseconds(Date.now()),
};

/** The system's clock plus an offset that `moveTo` changes: the demonstration's and the tests'. */
export class MovableClock implements Clock {
  #offsetMs = 0;

  now(): Temporal.Instant {
    return Temporal.Instant.fromEpochMilliseconds(Date.now() + this.#offsetMs);
  }

  get offsetMs(): number {
    return this.#offsetMs;
  }

  set offsetMs(value: number) {
    this.#offsetMs = value;
  }

  moveTo(at: Temporal.Instant): void {
    this.#offsetMs = at.epochMilliseconds - Date.now();
  }
}

/** A clock that stands still until it is set: tests that must hold a minute in their hand. */
export class StandingClock implements Clock {
  #at: Temporal.Instant;

  constructor(at: Temporal.Instant) {
    this.#at = at;
  }

  now(): Temporal.Instant {
    return this.#at;
  }

  set(at: Temporal.Instant): void {
    this.#at = at;
  }
}

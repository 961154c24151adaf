/** The only source of "now" outside of the operating system: rules and use cases take it as an argument, tests turn it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

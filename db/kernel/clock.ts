/**
 * Hybrid logical clock in one 53-bit integer: milliseconds since 2020-01-01 times 1024, plus a counter.
 * Safe as a JavaScript number and an SQLite integer until 2298. An edit made after seeing another edit
 * always gets the larger clock, whatever the wall clocks of the two machines say.
 */
export const EPOCH_MS = Date.UTC(2020, 0, 1);

export type Clock = {
  /** A clock larger than every one made or seen before. */
  tick(): number;
  /** Takes note of a clock received from elsewhere. */
  see(hlc: number): void;
  /** The largest clock made or seen; restore with `rewind` when a transaction is rolled back. */
  readonly last: number;
  rewind(to: number): void;
};

/** @param now wall clock in milliseconds; replaced in tests. */
export const createClock = (last: number, now: () => number = Date.now): Clock => {
  let latest = last;
  return {
    tick: () => (latest = Math.max(latest + 1, (now() - EPOCH_MS) * 1024)),
    see: (hlc) => { latest = Math.max(latest, hlc); },
    get last() { return latest; },
    rewind: (to) => { latest = to; },
  };
};

/** Wall-clock time of a clock value, as ISO text. */
export const timeOfClock = (hlc: number): string => new Date(Math.floor(hlc / 1024) + EPOCH_MS).toISOString();

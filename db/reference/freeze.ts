/** Reference data is shared by every caller, so nobody may change it. */

export type Frozen<T> = T extends readonly (infer E)[] ? readonly Frozen<E>[] : T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;

/** Freezes a plain JSON value with everything inside it, and returns it. */
export const freeze = <T>(value: T): Frozen<T> => {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) freeze(inner);
    Object.freeze(value);
  }
  // Object.freeze changes no shape: the same value is now read-only all the way down.
  return value as Frozen<T>;
};

/** A set of row numbers as bits: the rows that a filter lets through. A million rows take 125 kB. */

export type RowSet = { words: Uint32Array };

const wordsFor = (row: number): number => (row >>> 5) + 1;

/** The set of the given row numbers (positive integers). */
export const rowSetOf = (rows: Int32Array | readonly number[]): RowSet => {
  let last = 0;
  for (const row of rows) if (row > last) last = row;
  const set: RowSet = { words: new Uint32Array(wordsFor(last)) };
  for (const row of rows) put(set, row);
  return set;
};

export const has = ({ words }: RowSet, row: number): boolean => ((words[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0;

export const put = (set: RowSet, row: number): void => {
  if (row >>> 5 >= set.words.length) {
    const grown = new Uint32Array(Math.ceil(wordsFor(row) * 1.1));
    grown.set(set.words);
    set.words = grown;
  }
  set.words[row >>> 5] = (set.words[row >>> 5] ?? 0) | (1 << (row & 31));
};

export const take = ({ words }: RowSet, row: number): void => {
  if (row >>> 5 < words.length) words[row >>> 5] = (words[row >>> 5] ?? 0) & ~(1 << (row & 31));
};

/** The rows that are in every one of the sets; at least one set. */
export const inAll = (sets: readonly RowSet[]): RowSet => {
  const length = Math.min(...sets.map((set) => set.words.length));
  const words = new Uint32Array(length);
  for (let at = 0; at < length; at += 1) words[at] = sets.reduce((bits, set) => bits & (set.words[at] ?? 0), 0xffff_ffff);
  return { words };
};

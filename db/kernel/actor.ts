/** Who writes: an account, by its number in the log. */
export type Actor = Readonly<{ number: number; name: string }>;

/** Author of what no user did (seating a user, loading the sample); Ctrl+Z of a user never reaches it. */
export const program: Actor = { number: 0, name: '프로그램' };

/** Name of an author by number; an account of another device may not have arrived yet. */
export const authorName = (names: ReadonlyMap<number, string>, number: number): string =>
  names.get(number) ?? (number === program.number ? program.name : '알 수 없음');

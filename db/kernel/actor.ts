/** Who writes: an account, by its number in the log. */
export type Actor = Readonly<{ number: number; name: string }>;

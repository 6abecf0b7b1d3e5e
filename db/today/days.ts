/** Arithmetic of calendar days, `YYYY-MM-DD`. */
const dayMs = 86_400_000;

const msOf = (day: string): number => new Date(`${day}T00:00:00Z`).getTime();

/** `days` after a day; before it when negative. */
export const daysAfter = (day: string, days: number): string => new Date(msOf(day) + days * dayMs).toISOString().slice(0, 10);

/** Monday of the week of a day. */
export const mondayOf = (day: string): string => daysAfter(day, -((new Date(msOf(day)).getUTCDay() + 6) % 7));

/** The database as it stood at the end of a past day, with all local tables that reports read. */
import { fillSql } from './facts/fact.ts';
import { facts } from './facts/facts.ts';
import { organisationSame } from './identity/canonical.ts';
import { clockAfter, openPast, type Made, type Past } from './kernel/past.ts';
import type { Reader } from './kernel/reader.ts';
import { records } from './records.ts';

const made: readonly Made[] = [
  { tables: ['organisation_same'], fill: (local) => organisationSame.rebuild(local) },
  ...facts.flatMap((fact): Made[] => fillSql(fact).map(({ table, columns, select }) => ({
    tables: [table], fill: (local) => local.run(`INSERT INTO ${table} (${columns.join(', ')}) ${select}`, []),
  }))),
];

export const openPastDay = (path: string, day: string): Past => openPast(path, clockAfter(day), records, made);

/** Days that stay open in a thread: one report is often looked at beside another. */
const mostDays = 2;

/** Gives the reader of a past day; the last ones stay open until operations from before their day arrive. */
export const pastDays = (path: string): ((day: string) => Reader) => {
  const open = new Map<string, Past>();
  return (day) => {
    const kept = open.get(day);
    open.delete(day);
    if (kept && !kept.isOutdated()) {
      open.set(day, kept);
      return kept.read;
    }
    kept?.close();
    const past = openPastDay(path, day);
    open.set(day, past);
    const oldest = open.size > mostDays ? [...open.keys()][0] : undefined;
    if (oldest !== undefined) { open.get(oldest)?.close(); open.delete(oldest); }
    return past.read;
  };
};

/** The queue: every line of every rule, and how many each has. */
import { query, type QueryContext } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import { qualityRules } from './rules.ts';
import type { Found, Severity } from './rule.ts';

/** Whose records: of a person, of an office, or of all when both are null. */
export type QueueInput = { today: string; person: string | null; office: string | null };

export type RuleCount = { code: string; severity: Severity; title: string; count: number };
export type QueueLine = Found & { rule: string; severity: Severity; person_name: string | null };
export type Queue = { rules: RuleCount[]; total: number; late: number; lines: QueueLine[] };

/** More lines of one rule are counted, not listed. */
export const mostLines = 300;

type Kept = { key: string; found: (readonly [rule: string, lines: Found[]])[] };
const kept = new WeakMap<Reader, Kept[]>();
const keptScopes = 3;

/** Looks once per change of any record: the counts on the rail and the screen ask for the same. */
const everything = (read: Reader, { today, person }: QueueInput, { versions }: QueryContext): Kept['found'] => {
  const key = JSON.stringify([today, person, versions]);
  const known = kept.get(read) ?? [];
  const same = known.find((one) => one.key === key);
  if (same) return same.found;
  const input = { today, person };
  const found = qualityRules.map((rule) => [rule.code, rule.find(read, input)] as const);
  kept.set(read, [{ key, found }, ...known].slice(0, keptScopes));
  return found;
};

const ofOffice = (lines: Found[], office: string | null): Found[] => (office === null ? lines : lines.filter((line) => line.office === office));

const namesOf = (read: Reader, ids: readonly string[]): Map<string, string> =>
  new Map(read.all<{ id: string; name: string }>('SELECT p.id, p.name FROM person p WHERE p.id IN (SELECT value FROM json_each(?))', [JSON.stringify([...new Set(ids)])]).map((one) => [one.id, one.name]));

const countsOf = (found: Kept['found'], office: string | null): RuleCount[] => qualityRules.flatMap(({ code, severity, title }) => {
  const count = ofOffice(found.find(([rule]) => rule === code)?.[1] ?? [], office).length;
  return count === 0 ? [] : [{ code, severity, title, count }];
});

const sum = (rules: readonly RuleCount[]): number => rules.reduce((total, one) => total + one.count, 0);

/** Rules that found something with their counts, and the lines of one of them, of all (null) or none (an empty text). */
export const qualityQueue = query('quality.queue', (read, input: QueueInput & { rule: string | null }, context: QueryContext): Queue => {
  const found = everything(read, input, context);
  const rules = countsOf(found, input.office);
  const shown = rules.filter((one) => input.rule === null || one.code === input.rule);
  const lines = shown.flatMap(({ code, severity }) => ofOffice(found.find(([rule]) => rule === code)?.[1] ?? [], input.office).slice(0, mostLines).map((line) => ({ ...line, rule: code, severity })));
  const names = namesOf(read, lines.flatMap((line) => line.person ?? []));
  return { rules, total: sum(rules), late: sum(rules.filter((one) => one.severity === 'late')), lines: lines.map((line) => ({ ...line, person_name: line.person === null ? null : (names.get(line.person) ?? null) })) };
});

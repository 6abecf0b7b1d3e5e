/** The queue: every line of every rule, and how many each has. */
import { query, type QueryContext } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import { asideOn, type Aside } from './put-aside.ts';
import { qualityRules } from './rules.ts';
import type { Found, Severity } from './rule.ts';

/** Whose records: of a person, of an office, or of all when both are null. */
export type QueueInput = { today: string; person: string | null; office: string | null };

export type RuleCount = { code: string; severity: Severity; title: string; count: number };
export type QueueLine = Found & { rule: string; title: string; severity: Severity; person_name: string | null; aside: Aside | null };
export type Queue = {
  rules: RuleCount[];
  total: number;
  late: number;
  /** Lines that were put aside; they count nowhere else. */
  aside: number;
  lines: QueueLine[];
};

/** More lines of one rule are counted, not listed. */
export const mostLines = 300;

/** Asked for in place of a rule: what was put aside. */
export const asideCode = 'aside';

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

type Unnamed = Omit<QueueLine, 'person_name'>;

const linesOf = (read: Reader, input: QueueInput, context: QueryContext): Unnamed[] => {
  const found = new Map(everything(read, input, context));
  const asideFor = asideOn(read, input.today);
  return qualityRules.flatMap(({ code, severity, title }) => (found.get(code) ?? [])
    .filter((line) => input.office === null || line.office === input.office).map((line) => ({ ...line, rule: code, title, severity, aside: asideFor(code, line) })));
};

const countsOf = (lines: readonly Unnamed[]): RuleCount[] => {
  const counts = new Map<string, number>();
  for (const { rule } of lines) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return qualityRules.flatMap(({ code, severity, title }) => { const count = counts.get(code); return count === undefined ? [] : [{ code, severity, title, count }]; });
};

const namesOf = (read: Reader, ids: readonly string[]): Map<string, string> =>
  new Map(read.all<{ id: string; name: string }>('SELECT p.id, p.name FROM person p WHERE p.id IN (SELECT value FROM json_each(?))', [JSON.stringify([...new Set(ids)])]).map((one) => [one.id, one.name]));

/** At most `mostLines` of each rule. */
const firstOfEach = (lines: readonly Unnamed[]): Unnamed[] => {
  const seen = new Map<string, number>();
  return lines.filter(({ rule }) => {
    const count = (seen.get(rule) ?? 0) + 1;
    seen.set(rule, count);
    return count <= mostLines;
  });
};

/** Rules that found something with their counts, and the lines of one of them, of all (null), of those put aside (`aside`) or none (an empty text). */
export const qualityQueue = query('quality.queue', (read, input: QueueInput & { rule: string | null }, context: QueryContext): Queue => {
  const all = linesOf(read, input, context);
  const open = all.filter((line) => line.aside === null);
  const rules = countsOf(open);
  const wanted = input.rule === asideCode ? all.filter((line) => line.aside !== null) : open.filter((line) => input.rule === null || line.rule === input.rule);
  const lines = firstOfEach(wanted);
  const names = namesOf(read, lines.flatMap((line) => line.person ?? []));
  return {
    rules, total: open.length, late: open.filter((line) => line.severity === 'late').length, aside: all.length - open.length,
    lines: lines.map((line) => ({ ...line, person_name: line.person === null ? null : (names.get(line.person) ?? null) })),
  };
}, { lane: 'long' });

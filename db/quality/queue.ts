/** The queue: how many lines each rule has, and the first lines of those asked for. */
import { query, type QueryContext } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import { hitsOf } from './hits.ts';
import { named } from './named.ts';
import { asideOn, asideRecords, type Aside } from './put-aside.ts';
import { inOrder, sayAll, type Found, type QualityInput, type QualityRule, type Severity } from './rule.ts';
import { qualityRules } from './rules.ts';

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
/** The same where the lines of all rules stand under each other: thirty rules are a screen of their own. */
export const mostOfEach = 50;

/** Asked for in place of a rule: what was put aside. */
export const asideCode = 'aside';

type Unnamed = Omit<QueueLine, 'person_name'>;
/** A rule with what it found, and those of its lines that were put aside. */
type Counted = { rule: QualityRule; hits: readonly number[]; aside: readonly Unnamed[] };

/** The first lines of a rule; of `few` row numbers at least as many lines are made. */
const linesOf = (read: Reader, input: QualityInput, rule: QualityRule, ns: readonly number[], asideFor: ReturnType<typeof asideOn>): Unnamed[] => {
  const { code, severity, title } = rule;
  return named(read, rule.base, inOrder(sayAll(rule, read, input, [...new Set(ns)]))).map((line) => ({ ...line, rule: code, title, severity, aside: asideFor(code, line) }));
};

/** What was put aside and still holds: only the records that were named are looked at. */
const asideLines = (read: Reader, input: QualityInput, rule: QualityRule, hits: readonly number[], asideFor: ReturnType<typeof asideOn>): Unnamed[] => {
  const ids = asideRecords(read, input.today, rule.code);
  if (ids.length === 0 || hits.length === 0) return [];
  const put = new Set(rule.numbersOf(read, ids));
  return linesOf(read, input, rule, hits.filter((n) => put.has(n)), asideFor).filter((line) => line.aside !== null);
};

const namesOf = (read: Reader, ids: readonly string[]): Map<string, string> =>
  new Map(read.all<{ id: string; name: string }>('SELECT p.id, p.name FROM person p WHERE p.id IN (SELECT value FROM json_each(?))', [JSON.stringify([...new Set(ids)])]).map((one) => [one.id, one.name]));

/** Rules that found something with their counts, and the lines of one of them, of all (null), of those put aside (`aside`) or none (an empty text). */
export const qualityQueue = query('quality.queue', (read, { rule: asked, ...input }: QueueInput & { rule: string | null }, context: QueryContext): Queue => {
  const found = hitsOf(read, input, context);
  const asideFor = asideOn(read, input.today);
  const counted = qualityRules.map((rule): Counted => {
    const hits = found.get(rule.code) ?? [];
    return { rule, hits, aside: asideLines(read, input, rule, hits, asideFor) };
  });
  const countOf = ({ hits, aside }: Counted): number => hits.length - aside.length;
  const sum = (some: readonly Counted[]): number => some.reduce((total, one) => total + countOf(one), 0);
  const most = asked === null ? mostOfEach : mostLines;
  const lines = asked === asideCode ? counted.flatMap(({ aside }) => aside.slice(0, mostLines))
    : counted.filter(({ rule }) => asked === null || asked === rule.code)
      .flatMap(({ rule, hits, aside }) => linesOf(read, input, rule, hits.slice(0, most + aside.length), asideFor).filter((line) => line.aside === null).slice(0, most));
  const names = namesOf(read, lines.flatMap((line) => line.person ?? []));
  return {
    rules: counted.flatMap((one) => (countOf(one) > 0 ? [{ code: one.rule.code, severity: one.rule.severity, title: one.rule.title, count: countOf(one) }] : [])),
    total: sum(counted), late: sum(counted.filter(({ rule }) => rule.severity === 'late')), aside: counted.reduce((total, one) => total + one.aside.length, 0),
    lines: lines.map((line) => ({ ...line, person_name: line.person === null ? null : (names.get(line.person) ?? null) })),
  };
}, { lane: 'long' });

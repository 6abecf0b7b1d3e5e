/** What every rule finds, as row numbers, kept while nothing the rule reads is written. */
import { stateOf } from '../kernel/kept.ts';
import type { QueryContext } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import { scopeOf, walkSql } from './base.ts';
import { sayAll, type Given, type QualityInput, type QualityRule } from './rule.ts';
import { qualityRules } from './rules.ts';

/** Row numbers by rule, once for each line. */
export type Hits = ReadonlyMap<string, readonly number[]>;

type Condition = NonNullable<QualityRule['condition']>;

/** Conditions a number can tell apart from a row number beside them: 2^53 over a hundred million rows. */
const mostAtOnce = 24;

/** SQL of a walk over tasks: row number and, bit by bit, which of the conditions hold. */
export const walkedSql = (scope: string, conditions: readonly string[]): string =>
  walkSql('task', scope, `t.n * ${2 ** conditions.length} + ${conditions.map((one, bit) => `((${one}) IS TRUE) * ${2 ** bit}`).join(' + ')}`);

/** Tasks that hold each of the conditions, in one walk: their rows are long, and read once. */
const walkTasks = (read: Reader, input: QualityInput, conditions: readonly Condition[]): Map<string, number[]> => {
  const scope = scopeOf(read, 'task', input);
  const found = new Map<string, number[]>();
  for (let start = 0; start < conditions.length; start += mostAtOnce) {
    const some = conditions.slice(start, start + mostAtOnce);
    const own = some.map((): number[] => []);
    const size = 2 ** some.length;
    const given: Given = some.reduce<Given>((all, one) => ({ ...all, ...one.given(input) }), scope.given);
    for (const one of read.column<number>(walkedSql(scope.sql, some.map(({ where }) => where)), given)) {
      const bits = one % size;
      if (bits === 0) continue;
      const n = (one - bits) / size;
      own.forEach((ns, bit) => { if ((bits & (1 << bit)) !== 0) ns.push(n); });
    }
    some.forEach(({ where }, at) => found.set(where, own[at] ?? []));
  }
  return found;
};

const look = (read: Reader, input: QualityInput, rules: readonly QualityRule[]): [string, readonly number[]][] => {
  const conditions = new Map(rules.flatMap(({ base, condition }) => (base === 'task' && condition ? [[condition.where, condition] as const] : [])));
  // One condition alone finds its rows by its own plan.
  const walked = conditions.size > 1 ? walkTasks(read, input, [...conditions.values()]) : new Map<string, number[]>();
  return rules.map((rule): [string, readonly number[]] => {
    const ns = rule.condition && rule.base === 'task' ? walked.get(rule.condition.where) : undefined;
    return [rule.code, ns === undefined ? rule.hits(read, input) : rule.condition?.isEnough === true ? ns : sayAll(rule, read, input, ns).map(({ n }) => n)];
  });
};

type Kept = { key: string; rules: Map<string, { state: string; hits: readonly number[] }> };
const kept = new WeakMap<Reader, Kept[]>();
/** Mine, the office's and everybody's. */
const keptScopes = 3;

/** Looks again only by the rules of which something was written since. */
export const hitsOf = (read: Reader, input: QualityInput, context: QueryContext): Hits => {
  const key = JSON.stringify([input.today, input.person, input.office ?? null]);
  const known = kept.get(read) ?? [];
  const own = known.find((one) => one.key === key) ?? { key, rules: new Map<string, { state: string; hits: readonly number[] }>() };
  const states = new Map(qualityRules.map(({ code, reads }) => [code, stateOf(reads, context)]));
  const stale = qualityRules.filter(({ code }) => own.rules.get(code)?.state !== states.get(code));
  for (const [code, hits] of stale.length === 0 ? [] : look(read, { ...input }, stale)) own.rules.set(code, { state: states.get(code) ?? '', hits });
  kept.set(read, [own, ...known.filter((one) => one !== own)].slice(0, keptScopes));
  return new Map([...own.rules].map(([code, { hits }]) => [code, hits]));
};

/** Two records side by side, and what would move if they were merged. */
import { Refusal } from '../errors.ts';
import type { Cell } from '../kernel/field.ts';
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import { organisation } from '../organisations/fields.ts';
import { describe, namesakesOf } from './describe.ts';
import { linksTo, movable } from './link-fields.ts';
import { bodiesToMerge } from './merge.ts';
import { compareBodies, type Likeness } from './score.ts';

export type ComparedBody = {
  id: string;
  /** Columns of `organisation` by field. */
  values: Record<string, Cell>;
  sites: number;
  /** How often it has been written. */
  changes: number;
};

export type Move = { table: string; ko: string; field: string; count: number };

export type PairView = {
  /** The record that will stand for both comes first. */
  bodies: ComparedBody[];
  likeness: Likeness;
  /** What points to the others and will point to the first. */
  moves: Move[];
};

/** Links that are no thing of a body's own. */
const aside = new Set(['organisation.merged_into', 'distinct_pair.one', 'distinct_pair.other']);

/** How many live records point to bodies, by field. */
const movesOf = (read: Reader, ids: readonly string[]): Move[] =>
  linksTo(organisation.table).filter(({ type, field }) => !aside.has(`${type.table}.${field}`)).flatMap(({ type, field }) => {
    const count = read.value<number>(`SELECT count(*) ${movable({ type, field })}`, { from: JSON.stringify(ids) }) ?? 0;
    return count === 0 ? [] : [{ table: type.table, ko: type.ko, field: type.fields[field]?.ko ?? field, count }];
  });

/** @throws Refusal `not-found` */
export const comparePair = query('identity.pair', (read, { ids }: { ids: readonly string[] }): PairView => {
  const bodies = bodiesToMerge(read, ids);
  const described = describe(read, bodies.map((one) => one.id));
  const [first, second] = [...ids].map((id) => described.get(id));
  if (!first || !second) throw new Refusal('not-found', '비교할 기록이 없거나 삭제되었습니다. 목록을 새로 고치세요.');
  return {
    bodies: bodies.map((body) => ({
      id: body.id,
      values: Object.fromEntries(Object.keys(organisation.fields).map((name) => [name, body[name] ?? null])),
      sites: described.get(body.id)?.sites?.length ?? 0,
      changes: read.value<number>("SELECT count(*) FROM sync_log WHERE tbl = 'organisation' AND row_id = ?", [body.id]) ?? 0,
    })),
    likeness: compareBodies(first, second, { namesakes: first.base_key === second.base_key ? namesakesOf(read, first.base_key ?? '') : 0 }),
    moves: movesOf(read, bodies.slice(1).map((one) => one.id)),
  };
});

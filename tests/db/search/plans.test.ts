/** The box never walks over a table: the index of words within the rows of a kind, names by their own index, rows by number. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kinds } from '../../../db/search/kinds.ts';
import { questionOf } from '../../../db/search/search.ts';
import { rowsOfKind } from '../../../db/search/source.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';

let store: TestStore;
beforeAll(() => { store = openTestStore(); });
afterAll(() => store.dispose());

/** The plan of every statement run while `act` runs. */
const plansOf = (sql: string, parameters: readonly (string | number)[]): string => store.read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters).map((row) => row.detail).join('\n');

describe('plans', () => {
  it.each(kinds.map((kind) => [kind.name, kind] as const))('%s: a window is read from the index between the bounds of the kind', (_, kind) => {
    // M: by words; > and <: by both bounds of the rows, which FTS5 takes only as integers.
    expect(plansOf('SELECT rowid FROM search_text WHERE search_text MATCH ? AND rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER) ORDER BY rowid DESC LIMIT ?', [questionOf('한빛')?.typed ?? '', ...rowsOfKind(kind), 30])).toMatch(/VIRTUAL TABLE INDEX \d+:M\d><$/);
  });

  it.each(kinds.flatMap((kind) => (kind.key ? [[kind.name, kind.table, kind.key] as const] : [])))('%s: names are looked up by their beginning', (_, table, key) => {
    expect(plansOf(`SELECT t.n FROM ${table} t WHERE t.${key} >= ? AND t.${key} < ? ORDER BY t.${key} LIMIT ?`, ['한', '한\uffff', 12])).toMatch(new RegExp(`SEARCH t USING COVERING INDEX ${table}_${key}`));
  });

  it.each(kinds.map((kind) => [kind.name, kind] as const))('%s: a document is read by the number of its record, and what it carries by index', (_, kind) => {
    const columns = [kind.label, ...kind.own, ...(kind.links ?? []), ...(kind.numbers ?? []), ...(kind.texts ?? []), ...kind.note].join(', ');
    const plan = plansOf(`SELECT ${columns} FROM ${kind.table} t ${kind.joins ?? ''} WHERE t._del = 0 AND ${kind.where ?? '1'} AND t.n = ?`, [1]);
    expect(plan).toMatch(/SEARCH t USING INTEGER PRIMARY KEY/);
    expect(plan).not.toMatch(/SCAN (?!CONSTANT|one\b)\w/);
  });
});

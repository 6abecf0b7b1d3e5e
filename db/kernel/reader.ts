/** Reading, and nothing else: what queries get instead of a connection, so that a read cannot write. */
import type { Database, Statement } from 'better-sqlite3';
import type { Cell } from './field.ts';

export type Parameter = Cell | Uint8Array;
export type Parameters = readonly Parameter[] | Readonly<Record<string, Parameter>>;

export type Reader = {
  all<Row>(sql: string, parameters?: Parameters): Row[];
  /** Every row as its values in the order of the columns. */
  tuples<Tuple extends readonly Parameter[]>(sql: string, parameters?: Parameters): Tuple[];
  get<Row>(sql: string, parameters?: Parameters): Row | undefined;
  /** First column of every row. */
  column<Value extends Parameter>(sql: string, parameters?: Parameters): Value[];
  /** First column of the first row. */
  value<Value extends Parameter>(sql: string, parameters?: Parameters): Value | undefined;
};

const keptStatements = 500;

/** @throws Error when a statement would write */
export const readerOf = (db: Database): Reader => {
  const statements = new Map<string, Statement<unknown[], unknown>>();
  const prepare = (sql: string): Statement<unknown[], unknown> => {
    const kept = statements.get(sql);
    if (kept) return kept;
    const made = db.prepare<unknown[], unknown>(sql);
    if (!made.readonly) throw new Error(`a query tried to write: ${sql}`);
    if (statements.size >= keptStatements) statements.clear();
    statements.set(sql, made);
    return made;
  };
  const given = (parameters: Parameters): unknown[] => (Array.isArray(parameters) ? [...(parameters as readonly unknown[])] : [parameters]);
  // A statement remembers how it was asked last.
  const named = (sql: string): Statement<unknown[], unknown> => prepare(sql).raw(false).pluck(false);
  // The row type is the caller's word about its own SQL; SQLite cannot check it.
  return {
    all: <Row>(sql: string, parameters: Parameters = []) => named(sql).all(...given(parameters)) as Row[],
    tuples: <Tuple>(sql: string, parameters: Parameters = []) => prepare(sql).raw(true).all(...given(parameters)) as Tuple[],
    get: <Row>(sql: string, parameters: Parameters = []) => named(sql).get(...given(parameters)) as Row | undefined,
    column: <Value>(sql: string, parameters: Parameters = []) => prepare(sql).pluck(true).all(...given(parameters)) as Value[],
    value: <Value>(sql: string, parameters: Parameters = []) => prepare(sql).pluck(true).get(...given(parameters)) as Value | undefined,
  };
};

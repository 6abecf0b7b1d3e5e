/** Undo and redo: the inverse operations are appended, nothing is taken out of the log. */
import { Refusal, type Problem } from '../errors.ts';
import type { Actor } from './actor.ts';
import type { ActionKind } from './append.ts';
import type { AnyRecord, Cell } from './field.ts';
import { withParticle } from '../korean/particle.ts';
import { isTransition, readPatch, type Patch } from './operation.ts';
import { rowOf } from './row.ts';
import type { Store } from './store.ts';
import { openWrite } from './write.ts';

export type Action = { id: number; at: string; user_id: number; kind: ActionKind; label: string; first_seq: number; last_seq: number; undoes: number | null; undone_by: number | null };

/** One reason why a row cannot simply go back. */
export type Obstacle = {
  table: string;
  id: string;
  kind: 'changed' | 'used';
  field: string;
  /** What the action wrote, and what stands there now; for `used`, who uses the row. */
  written: Cell;
  now: Cell;
};

/** What to do with values that have moved on: `ask` refuses, `keep` leaves them as they are, `all` takes them back too. */
export type Insistence = 'ask' | 'keep' | 'all';

type Step = { type: AnyRecord; id: string; patch: Patch; before: Record<string, Cell>; isCreation: boolean };

const shown = (value: Patch[string] | undefined): Cell => (value === undefined ? null : isTransition(value) ? value.t : value);

/** What a look at an action needs of the store: a reader thread has it too. */
export type LogView = Pick<Store, 'read' | 'records' | 'office' | 'writer'>;

const stepsOf = (store: LogView, action: Action): Step[] =>
  store.read.all<{ tbl: string; row_id: string; patch: string; parents: string; before: string }>(
    `SELECT l.tbl, l.row_id, l.patch, l.parents, b.patch AS before FROM sync_log l JOIN before_image b ON b.seq = l.seq
     WHERE l.office = ? AND l.writer = ? AND l.seq BETWEEN ? AND ? ORDER BY l.seq DESC`,
    [store.office, store.writer, action.first_seq, action.last_seq],
  ).flatMap((row) => {
    const type = store.records.get(row.tbl);
    if (!type) return [];
    return [{ type, id: row.row_id, patch: readPatch(row), before: JSON.parse(row.before) as Record<string, Cell>, isCreation: row.parents === '' }];
  });

/** Fields that no longer hold what the action wrote. */
const changedSince = (store: LogView, step: Step): Obstacle[] => {
  const row = rowOf(store, step.type, step.id);
  const names = step.isCreation ? [...Object.keys(step.type.fields), '_del'] : Object.keys(step.patch);
  return names.flatMap((field) => {
    const written = field === '_del' && !(field in step.patch) ? 0 : shown(step.patch[field]);
    const now = row?.[field] ?? null;
    return now === written ? [] : [{ table: step.type.table, id: step.id, kind: 'changed', field, written, now }];
  });
};

/** Live records outside the action that point to a row the action made. */
const usersOf = (store: LogView, made: ReadonlyMap<string, readonly string[]>, steps: readonly Step[]): Obstacle[] => {
  const own = new Set([...made.values()].flat());
  // A link that the action itself wrote into an older row goes back with it.
  const pointed = new Set(steps.flatMap((step) => Object.keys(step.patch).map((name) => `${step.type.table} ${step.id} ${name}`)));
  const obstacles: Obstacle[] = [];
  for (const type of store.records.values()) {
    for (const [name, field] of Object.entries(type.fields)) {
      const targets = field.kind === 'link' && field.to !== undefined ? made.get(field.to) : undefined;
      if (!targets) continue;
      const rows = store.read.all<{ id: string; target: string }>(
        `SELECT id, ${name} AS target FROM ${type.table} WHERE _del = 0 AND ${name} IN (SELECT value FROM json_each(?))`, [JSON.stringify(targets)]);
      for (const row of rows) {
        if (!own.has(row.id) && !pointed.has(`${type.table} ${row.id} ${name}`)) obstacles.push({ table: field.to ?? '', id: row.target, kind: 'used', field: `${type.table}.${name}`, written: null, now: row.id });
      }
    }
  }
  return obstacles;
};

/** What stands in the way of undoing an action; empty when nothing does. */
export const obstaclesOf = (store: LogView, action: Action): Obstacle[] => {
  const steps = stepsOf(store, action);
  const made = new Map<string, string[]>();
  for (const step of steps) {
    if (step.before['_del'] !== 1) continue;
    const ids = made.get(step.type.table);
    if (ids) ids.push(step.id);
    else made.set(step.type.table, [step.id]);
  }
  return [...steps.flatMap((step) => changedSince(store, step)), ...usersOf(store, made, steps)];
};

export const actionOf = (store: Pick<Store, 'read'>, id: number): Action => {
  const action = store.read.get<Action>('SELECT * FROM action WHERE id = ?', [id]);
  if (!action) throw new Refusal('not-found', '이 기기에서 한 작업이 아니어서 되돌릴 수 없습니다.');
  return action;
};

/**
 * Takes an action back by appending its inverse.
 * @returns the id of the new action, null when nothing was left to take back
 * @throws Refusal `conflict` with each obstacle when `insistence` is `ask`; `not-found`; `invalid` when already undone
 */
export const undo = (store: Store, actor: Actor, id: number, insistence: Insistence = 'ask'): number | null => {
  const action = actionOf(store, id);
  if (action.undone_by !== null) throw new Refusal('invalid', `이미 되돌린 작업입니다: ${action.label}`);
  const obstacles = insistence === 'all' ? [] : obstaclesOf(store, action);
  if (obstacles.length > 0 && insistence === 'ask') throw conflictOf(store, action, obstacles);
  const rows = new Set(obstacles.map((one) => `${one.table} ${one.id}`));
  const values = new Set(obstacles.map((one) => `${one.table} ${one.id} ${one.field}`));
  const open = openWrite(store, actor, { label: action.label, kind: action.kind === 'undo' ? 'redo' : 'undo', undoes: id });
  try {
    for (const step of stepsOf(store, action)) {
      const row = `${step.type.table} ${step.id}`;
      // A record the action made, and that has been worked on since, stays whole; of an older one only the values changed since stay.
      if (step.before['_del'] === 1 && rows.has(row)) continue;
      open.tx.put(step.type, step.id, Object.fromEntries(Object.entries(step.before).filter(([field]) => !values.has(`${row} ${field}`))));
    }
  } catch (error) {
    open.rollBack();
    throw error;
  }
  return open.commit()?.action ?? null;
};

const conflictOf = (store: Store, action: Action, obstacles: readonly Obstacle[]): Refusal => {
  const rows = new Set(obstacles.map((one) => `${one.table} ${one.id}`)).size;
  const details = obstacles.slice(0, 100).map((one): Problem => {
    const type = store.records.get(one.table);
    if (one.kind === 'changed') {
      const label = one.field === '_del' ? '삭제 여부' : (type?.fields[one.field]?.ko ?? one.field);
      return { field: `${one.table}.${one.id}.${one.field}`, value: one.now, message: `${type?.ko ?? one.table} “${label}”: 이 작업에서는 “${one.written ?? '(빈 값)'}”이었고 지금은 “${one.now ?? '(빈 값)'}”입니다.` };
    }
    const user = store.records.get(one.field.split('.')[0] ?? '');
    return { field: `${one.table}.${one.id}`, value: one.now, message: `${withParticle(type?.ko ?? one.table, '을/를')} 쓰는 ${user?.ko ?? one.field} 기록이 있습니다.` };
  });
  return new Refusal('conflict', `“${action.label}” 이후에 바뀌었거나 다른 기록이 쓰고 있는 기록이 ${rows}건 있습니다. 그 기록은 두고 되돌리거나, 모두 되돌릴 수 있습니다.`, details);
};

/** The action that Ctrl+Z takes back: the user's latest one that stands. */
export const nextUndo = (store: Pick<Store, 'read'>, actor: Actor): Action | undefined =>
  store.read.get<Action>("SELECT * FROM action WHERE user_id = ? AND undone_by IS NULL AND kind IN ('do', 'redo') ORDER BY id DESC LIMIT 1", [actor.number]);

/** The undo that Ctrl+Shift+Z takes back: the latest one, unless the user has done something new since. */
export const nextRedo = (store: Pick<Store, 'read'>, actor: Actor): Action | undefined =>
  store.read.get<Action>(
    `SELECT * FROM action WHERE user_id = :user AND undone_by IS NULL AND kind = 'undo'
     AND id > coalesce((SELECT max(id) FROM action WHERE user_id = :user AND kind = 'do'), 0) ORDER BY id DESC LIMIT 1`, { user: actor.number });

/** Recent actions of everybody on this device, newest first. */
export const recentActions = (store: Pick<Store, 'read'>, limit: number, before?: number): Action[] =>
  store.read.all<Action>('SELECT * FROM action WHERE id < ? ORDER BY id DESC LIMIT ?', [before ?? Number.MAX_SAFE_INTEGER, limit]);

/** Id of the action written last: right after `write`, that is this very one. The page offers to take back just this. */
export const lastAction = (store: Pick<Store, 'read'>): number => store.read.value<number>('SELECT max(id) FROM action') ?? 0;

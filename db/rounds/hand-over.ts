/** Gives open work to successors. */
import { createAction } from '../actions/write.ts';
import { actionItem } from '../actions/fields.ts';
import { miniCluster } from '../clusters/fields.ts';
import { Refusal } from '../errors.ts';
import type { Tx } from '../kernel/write.ts';
import { meeting, meetingSeries } from '../meetings/fields.ts';
import { changeSession } from '../sessions/change.ts';
import { changeTask } from '../tasks/change.ts';
import { promisedVisit, readHandover } from './handover.ts';
import type { HandoverItem, HandoverKind } from './handover-types.ts';

export type Move = { key: string; to: string };

const give: Readonly<Record<HandoverKind, (tx: Tx, item: HandoverItem, to: string, from: string) => void>> = {
  task: (tx, { id }, to, from) => changeTask(tx, id, { coordinator: to }, { coordinator: from }),
  action: (tx, { id }, to, from) => tx.change(actionItem, id, { owner: to }, { owner: from }),
  visit: (tx, { id }, to, from) => changeSession(tx, id, { coordinator: to }, { coordinator: from }),
  // The session in which it was promised keeps its author; what is left to do becomes a follow-up of the successor.
  promise: (tx, { id, firm, day }, to) => { createAction(tx, { what: `${promisedVisit}: ${firm?.name ?? ''}`.trim(), owner: to, due_on: day, session: id, organisation: firm?.id ?? null }); },
  chair: (tx, { id }, to, from) => tx.change(meeting, id, { chair: to }, { chair: from }),
  recorder: (tx, { id }, to, from) => tx.change(meeting, id, { recorder: to }, { recorder: from }),
  series: (tx, { id }, to, from) => tx.change(meetingSeries, id, { chair: to }, { chair: from }),
  manager: (tx, { id }, to, from) => tx.change(miniCluster, id, { manager: to }, { manager: from }),
};

/** Names of the people, in the order first met. @throws Refusal `not-found` */
export const successorNames = (tx: Pick<Tx, 'read'>, moves: readonly Move[]): string[] =>
  [...new Set(moves.map(({ to }) => to))].map((id) => {
    const name = tx.read.value<string>('SELECT name FROM person WHERE id = ? AND _del = 0', [id]);
    if (name === undefined) throw new Refusal('not-found', '넘겨받을 사람을 찾을 수 없습니다. 사람을 다시 골라 주세요.', [{ field: 'to', value: id, message: '없는 사람입니다.' }]);
    return name;
  });

/**
 * Moves each named item from one person to another.
 * @throws Refusal `invalid` (nothing named, or to the same person), `not-found` (no such successor), `conflict` when an item is no longer open in these hands
 */
export const handOver = (tx: Tx, from: string, moves: readonly Move[]): void => {
  const own = moves.find(({ to }) => to === from);
  if (moves.length === 0) throw new Refusal('invalid', '넘길 것이 없습니다. 넘겨받을 사람을 골라 주세요.', [{ field: 'to', value: null, message: '넘길 것을 하나 이상 골라 주세요.' }]);
  if (own) throw new Refusal('invalid', '같은 사람에게는 넘길 수 없습니다. 다른 사람을 골라 주세요.', [{ field: 'to', value: own.to, message: own.key }]);
  successorNames(tx, moves);
  const items = new Map(readHandover(tx.read, from, tx.today).items.map((item) => [item.key, item]));
  const gone = moves.filter(({ key }) => !items.has(key));
  if (gone.length > 0) throw new Refusal('conflict', `그사이 바뀌어 넘길 수 없는 것이 ${gone.length}건 있습니다. 목록을 다시 보고 넘겨 주세요.`, gone.map(({ key }) => ({ field: key, message: '더는 이 사람이 맡은 열린 일이 아닙니다.' })));
  for (const { key, to } of new Map(moves.map((move) => [move.key, move])).values()) {
    const item = items.get(key);
    if (item) give[item.kind](tx, item, to, from);
  }
};

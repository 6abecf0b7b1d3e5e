/** A card in the hand: where it may go, why not elsewhere, and what happens when it is put down. */
import type { SharedMove } from '../../../db/tasks/api.ts';
import { particle } from '../../../db/korean/particle.ts';
import { stateName } from '../tasks/states.tsx';

export type Lift = {
  id: string;
  title: string;
  from: string;
  by: 'mouse' | 'keys';
  /** Null until the application has answered. */
  moves: readonly SharedMove[] | null;
  /** The column it would go to. */
  target: string | null;
};

export type Verdict = 'here' | 'asking' | 'ready' | 'incomplete' | 'forbidden';

const lacks = (move: SharedMove): number => move.missing.length + move.findings.filter((one) => one.level === 'block').length;

/** What a column says to the card in the hand. */
export const verdictOf = (lift: Lift, state: string): Verdict => {
  if (state === lift.from) return 'here';
  if (lift.moves === null) return 'asking';
  const move = lift.moves.find((one) => one.to === state);
  if (!move) return 'forbidden';
  return lacks(move) > 0 ? 'incomplete' : 'ready';
};

/** The columns a card can be put into, in the order given. */
export const targetsOf = (lift: Lift, order: readonly string[]): string[] => order.filter((state) => lift.moves?.some((move) => move.to === state));

/** Why or how, in one sentence. */
export const sayTarget = (lift: Lift, state: string | null, order: readonly string[]): string => {
  const ways = targetsOf(lift, order).map(stateName).join(', ');
  const choice = lift.moves === null ? '갈 수 있는 상태를 알아보는 중입니다.' : ways === '' ? '지금은 갈 수 있는 상태가 없습니다.' : `갈 수 있는 상태: ${ways}.`;
  if (state === null || state === lift.from) return choice;
  const move = lift.moves?.find((one) => one.to === state);
  if (lift.moves === null) return choice;
  if (!move) return `‘${stateName(lift.from)}’에서 ‘${stateName(state)}’ 상태로는 바로 갈 수 없습니다. ${choice}`;
  const missing = lacks(move);
  return `‘${stateName(state)}’${particle(stateName(state), '으로/로')} 옮깁니다.${missing > 0 ? ` 먼저 채울 것이 ${missing}가지 있습니다.` : ''}${move.needsReason ? ' 사유를 적어야 합니다.' : ''}`;
};

/** Days that a move fills by itself and that may well have been another day than today. */
const daysToAsk = new Set(['decided_on', 'agreed_on', 'start_on', 'final_report_on', 'completed_on', 'settled_on', 'referred_on', 'withdrawn_on']);

/** Whether a person is to be asked before the move: for a reason, a day, or what is missing or doubtful. */
export const needsAsking = (move: SharedMove): boolean =>
  move.needsReason || move.missing.length > 0 || move.findings.length > 0 || Object.keys(move.fills).some((field) => daysToAsk.has(field));

/** The entry rules an office set, over the shipped ones. */
import { Refusal } from '../errors.ts';
import { relationId } from '../kernel/id.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { entryGuards } from '../reference/choices/session.ts';
import { entryGuard } from './fields.ts';
import { shippedGuards, type Guard, type GuardCode, type GuardLevel, type Guards } from './judge.ts';
import { mayDecide } from './office.ts';

export const guardsOf = (read: Reader, office: string): Guards => {
  const rows = read.all<{ guard: GuardCode; level: GuardLevel; amount: number | null }>('SELECT guard, level, amount FROM entry_guard WHERE office = ? AND _del = 0', [office]);
  // The list of guards names every key.
  return Object.fromEntries(entryGuards.map(({ code }) => {
    const row = rows.find((one) => one.guard === code);
    return [code, row ? { level: row.level, amount: row.amount ?? shippedGuards[code].amount } : shippedGuards[code]];
  })) as Guards;
};

/** Sets what an office does about an entry that looks wrong. @throws Refusal `forbidden`, `invalid` */
export const setGuard = (tx: Tx, office: string, guard: GuardCode, { level, amount }: Guard): void => {
  if (!mayDecide(tx.read, tx.actor.number, 'lock')) throw new Refusal('forbidden', '상담 입력 규칙은 지사장·팀장만 바꿀 수 있습니다. 지사장에게 부탁해 주세요.');
  tx.create(entryGuard, { office, guard, level, amount }, relationId('entry_guard', office, guard));
};

/** What was handed in stays as it was: it can be withdrawn with a reason, and the freezing itself can be taken back, nothing else. */
import { Refusal } from '../errors.ts';
import type { Keeper } from '../kernel/keep.ts';

const withdrawal: ReadonlySet<string> = new Set(['withdrawn_on', 'withdrawn_reason']);

export const frozenKeeper: Keeper = {
  tables: ['frozen_report'],
  keep: ({ rows, kind }) => {
    for (const { id, isNew, before } of rows) {
      if (isNew || kind !== 'do') continue;
      const changed = Object.keys(before).filter((field) => !withdrawal.has(field));
      if (changed.length > 0) throw new Refusal('invalid', '제출본은 고치거나 지울 수 없습니다. 잘못 냈으면 철회하고 새로 확정해 주세요.', changed.map((field) => ({ field, value: id, message: '제출한 그대로 남습니다.' })));
    }
  },
};

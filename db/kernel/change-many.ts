/** Many edits as one: a block pasted into a grid either holds as a whole or names every cell that does not. */
import { Refusal } from '../errors.ts';
import { allOrNone } from './all-or-none.ts';
import type { Fields, RecordType, Values } from './field.ts';
import type { Tx } from './write.ts';

/** New values of one record, and the values their author saw. */
export type CellsOf<F extends Fields> = { id: string; patch: Partial<Values<F>>; was?: Partial<Values<F>> | undefined };

/** States have their own command, which keeps their history. @throws Refusal `invalid` */
export const refuseWorkflow = <F extends Fields>(type: RecordType<F>, patch: Partial<Values<F>>): void => {
  for (const [name, field] of Object.entries(type.fields)) {
    if (field.merge === 'workflow' && name in patch) throw new Refusal('invalid', `${field.ko}: 상태는 상태 바꾸기로만 바꿀 수 있습니다.`, [{ field: name, message: '상태 바꾸기를 쓰세요.' }]);
  }
};

/**
 * Changes all records or none.
 * @throws Refusal `conflict` when every refused cell had changed meanwhile, else `invalid`; each detail's field is `<id>.<field>`, its order that of `changes`
 */
export const changeMany = <F extends Fields>(
  tx: Tx, type: RecordType<F>, changes: readonly CellsOf<F>[], afterChange?: (tx: Tx, id: string, patch: Partial<Values<F>>) => void,
  change: (tx: Tx, id: string, patch: Partial<Values<F>>, was?: Partial<Values<F>>) => void = (to, ...cells) => to.change(type, ...cells),
): void => {
  allOrNone(changes, ({ id, patch, was }) => {
    refuseWorkflow(type, patch);
    change(tx, id, patch, was);
    afterChange?.(tx, id, patch);
  }, {
    named: (problem, { id }) => ({ ...problem, field: problem.field in type.fields ? `${id}.${problem.field}` : id }),
    told: (_records, cells) => `${cells}칸을 넣을 수 없어 아무것도 바꾸지 않았습니다.`,
    mayConflict: true,
  });
};

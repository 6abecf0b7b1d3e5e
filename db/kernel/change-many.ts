/** Many edits as one: a block pasted into a grid either holds as a whole or names every cell that does not. */
import { Refusal, type Problem } from '../errors.ts';
import type { Fields, RecordType, Values } from './field.ts';
import type { Tx } from './write.ts';

/** New values of one record, and the values their author saw. */
export type CellsOf<F extends Fields> = { id: string; patch: Partial<Values<F>>; was?: Partial<Values<F>> | undefined };

const mostNamed = 200;

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
  const refused: Problem[] = [];
  let onlyConflicts = true;
  for (const { id, patch, was } of changes) {
    try {
      refuseWorkflow(type, patch);
      change(tx, id, patch, was);
      afterChange?.(tx, id, patch);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code !== 'conflict') onlyConflicts = false;
      const problems: readonly Problem[] = error.details.length > 0 ? error.details : [{ field: '', message: error.message }];
      refused.push(...problems.map((problem) => ({ ...problem, field: problem.field in type.fields ? `${id}.${problem.field}` : id })));
    }
  }
  if (refused.length === 0) return;
  throw new Refusal(onlyConflicts ? 'conflict' : 'invalid', `${refused.length}칸을 넣을 수 없어 아무것도 바꾸지 않았습니다. ${refused[0]?.message ?? ''}`, refused.slice(0, mostNamed));
};

/** Many new records as one: rows pasted below the end of a list are all made, or none and every refused cell is named. */
import { allOrNone } from './all-or-none.ts';

/**
 * Makes all records or none.
 * @throws Refusal `invalid`; each detail's field is `<row, from 0>.<field>`, its message begins with the row as people count
 */
export const createMany = <Row>(rows: readonly Row[], make: (row: Row) => string): string[] =>
  allOrNone(rows, make, {
    named: (problem, _row, index) => ({ ...problem, field: `${index}.${problem.field}`, message: `${index + 1}번째 줄: ${problem.message}` }),
    told: (_rows, cells) => `${cells}칸을 넣을 수 없어 한 줄도 추가하지 않았습니다.`,
  });

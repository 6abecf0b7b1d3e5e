/** Many new records as one: rows pasted below the end of a list are all made, or none and every refused cell is named. */
import { Refusal, type Problem } from '../errors.ts';

const mostNamed = 200;

/**
 * Makes all records or none.
 * @throws Refusal `invalid`; each detail's field is `<row, from 0>.<field>`, its message begins with the row as people count
 */
export const createMany = <Row>(rows: readonly Row[], make: (row: Row) => string): string[] => {
  const refused: Problem[] = [];
  const ids = rows.flatMap((row, index) => {
    try {
      return [make(row)];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const problems: readonly Problem[] = error.details.length > 0 ? error.details : [{ field: '', message: error.message }];
      refused.push(...problems.map((problem) => ({ ...problem, field: `${index}.${problem.field}`, message: `${index + 1}번째 줄: ${problem.message}` })));
      return [];
    }
  });
  if (refused.length === 0) return ids;
  throw new Refusal('invalid', `${refused.length}칸을 넣을 수 없어 한 줄도 추가하지 않았습니다. ${refused[0]?.message ?? ''}`, refused.slice(0, mostNamed));
};

import type { Cell } from '../kernel/field.ts';
import { withParticle } from '../korean/particle.ts';
import { isResidentNumber } from '../korean/resident-number.ts';
import { normaliseText } from '../korean/text.ts';
import type { MappedColumn } from './mapping.ts';
import type { ImportTarget } from './target.ts';

export type ReadRow = Readonly<{
  values: Readonly<Record<string, Cell>>;
  /** Remarks that do not stop the row. */
  remarks: readonly string[];
  /** Why the row cannot be taken; empty when it can. */
  problems: readonly string[];
}>;

/** Words that lists write where they know nothing. */
const NOTHING = /^(?:-+|–|—|\.|없음|해당\s*없음|미상|미입력|n\/?a|null|#n\/a)$/i;

/** Reads the mapped cells of one row. Cells past the last header are an unquoted comma, and a resident number is never taken. */
export function readRow(cells: readonly string[], mapping: readonly MappedColumn[], target: ImportTarget): ReadRow {
  const values: Record<string, Cell> = {};
  const remarks: string[] = [];
  const problems: string[] = [];
  const sums = new Map<string, { total: number; parts: number }>();
  if (cells.slice(mapping.length).some((cell) => cell.trim() !== '')) {
    problems.push('칸이 머리글보다 많습니다. 쉼표가 든 값은 큰따옴표로 묶어 주세요.');
  }
  if (cells.some((cell) => isResidentNumber(cell))) {
    problems.push('주민등록번호로 보이는 값이 있습니다. 주민등록번호는 저장하지 않으니 지우고 다시 가져오세요.');
  }
  for (const { index, target: key, header, unit } of mapping) {
    const column = key === null ? undefined : target.columns.find((one) => one.key === key);
    if (!column) continue;
    const text = normaliseText(cells[index] ?? '', 'block');
    const reading = text === '' || NOTHING.test(text) ? { value: null } : column.read(text, unit);
    if ('problem' in reading) {
      problems.push(`${header}: ${reading.problem}`);
      continue;
    }
    if (reading.remark !== undefined) remarks.push(`${header}: ${reading.remark}`);
    if (column.addsTo === undefined) values[column.key] = reading.value;
    else if (typeof reading.value === 'number') {
      const sum = sums.get(column.addsTo) ?? { total: 0, parts: 0 };
      sums.set(column.addsTo, { total: sum.total + reading.value, parts: sum.parts + 1 });
    }
  }
  for (const [key, sum] of sums) {
    const stated = values[key] ?? null;
    if (stated === null) values[key] = sum.total;
    else if (stated !== sum.total && sum.parts > 1) {
      remarks.push(`${labelOf(target, key)}: 합계 ${withParticle(String(stated), '과/와')} 나눈 수의 합 ${withParticle(String(sum.total), '이/가')} 다릅니다. 합계를 씁니다.`);
    }
  }
  for (const column of target.columns) {
    if (column.required === true && (values[column.key] ?? null) === null && problems.length === 0) problems.push(`${column.ko}: 값이 비어 있습니다.`);
  }
  return { values, remarks, problems };
}

function labelOf(target: ImportTarget, key: string): string {
  return target.columns.find((column) => column.key === key)?.ko ?? key;
}

/** Filters as sentences for people. */
import { labelOf } from '../../../db/kernel/field.ts';
import type { Filter } from '../../../db/kernel/list-types.ts';
import { isNumeric, textOfValue } from './cell-text.ts';
import type { GridColumn } from './types.ts';

export type FilterShape = 'text' | 'range' | 'set';

/** Which control a column is filtered by. */
export const shapeOf = (column: GridColumn): FilterShape => {
  if (column.kind === 'choice' || column.kind === 'choices' || column.kind === 'flag') return 'set';
  return isNumeric(column) || column.kind === 'date' || column.kind === 'time' ? 'range' : 'text';
};

/** `상태: 접수, 진행` for a chip. */
export const describeFilter = (column: GridColumn, filter: Filter): string => {
  const write = (value: string | number | null): string => textOfValue(column, value);
  switch (filter.op) {
    case 'contains': return `${column.label}: ‘${filter.value}’ 포함`;
    case 'equals': return `${column.label}: ${write(filter.value)}`;
    case 'in': return `${column.label}: ${filter.values.map((value) => (value === null ? '빈칸' : column.kind === 'flag' ? write(value) : labelOf(column, value))).join(', ')}`;
    case 'range':
      if (filter.from === null) return `${column.label}: ${write(filter.to)} 이하`;
      if (filter.to === null) return `${column.label}: ${write(filter.from)} 이상`;
      return `${column.label}: ${write(filter.from)} ~ ${write(filter.to)}`;
    case 'empty': return `${column.label}: 빈칸`;
    case 'filled': return `${column.label}: 빈칸 아님`;
  }
};

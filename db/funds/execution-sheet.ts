/** 예산·집행 as it is copied or saved: amounts in a unit, rounded per cell; totals come from the exact won. */
import { formatWon, WON_UNITS, type WonUnit } from '../korean/parse-won.ts';
import { noSupportType } from '../program/support-names.ts';
import type { ReportCell, SheetTable } from '../reports/table-types.ts';
import type { ExecutionRow, ExecutionTable } from './execution.ts';

export const noOffice = '(지사 없음)';

const amounts = [['budget', '예산'], ['granted', '선정 국비'], ['paid', '교부'], ['spent', '집행'], ['left', '잔액']] as const;

const amountCell = (won: number, unit: WonUnit): ReportCell => {
  const text = formatWon(won, unit);
  return { value: Number(text.replaceAll(',', '').replace('△', '-')), text, drill: null };
};

const labelsOf = (row: ExecutionRow, withYear: boolean): string[] => {
  if (row.kind === 'total') return withYear ? ['계', '', ''] : ['계', ''];
  const office = row.office === '' ? noOffice : row.office;
  if (row.kind === 'subtotal') return withYear ? [office, '소계', ''] : [office, '소계'];
  const type = row.supportName === '' ? noSupportType : row.supportName;
  return withYear ? [office, type, row.at.program_year === 0 ? '미정' : `${row.at.program_year ?? ''}차`] : [office, type];
};

/** The table as a sheet: heading, unit, one line for each row, the rules below. */
export const executionSheet = (table: ExecutionTable, unit: WonUnit, today: string): SheetTable => {
  const withYear = table.year === null;
  const isRounded = WON_UNITS[unit] > 1;
  return {
    title: `예산 집행 현황${table.year === null ? '' : ` (${table.year}차년도)`}`,
    unit: `단위: 건, ${unit}, %`,
    asOf: `${today.replaceAll('-', '. ')}. 기준`,
    heads: withYear ? ['지사', '지원유형', '차년도'] : ['지사', '지원유형'],
    columns: [{ key: 'tasks', group: '', label: '선정 건수' }, ...amounts.map(([key, label]) => ({ key, group: '', label })), { key: 'rate', group: '', label: '집행률(%)' }],
    rows: table.rows.map((row) => ({ key: row.key, labels: labelsOf(row, withYear), level: row.kind === 'total' ? 0 : row.kind === 'subtotal' ? 1 : 2, kind: row.kind })),
    cells: table.rows.map((row) => [
      { value: row.tasks, text: String(row.tasks), drill: null }, ...amounts.map(([key]) => amountCell(row[key], unit)),
      { value: row.rate === null ? null : Number(row.rate), text: row.rate ?? '-', drill: null },
    ]),
    footnotes: [...table.notes, ...(isRounded ? ['※ 단수처리로 합계가 맞지 않을 수 있음'] : [])].map((text) => ({ text })),
  };
};

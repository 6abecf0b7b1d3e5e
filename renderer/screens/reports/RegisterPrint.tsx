/** Prints 과제 관리대장: its rows are loaded block by block first. Above a thousand a printer is the wrong machine, and says so. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { unpacked } from '../../../db/kernel/block.ts';
import type { ListRow } from '../../../db/kernel/list-types.ts';
import { labelOf } from '../../../db/kernel/field.ts';
import type { ReportCell, ReportParams, ReportTable, SheetTable } from '../../../db/reports/api.ts';
import { daysToEnd, mostPrinted, periodText } from '../../../db/reports/choices.ts';
import { supportTypeOf } from '../../../db/tasks/choices.ts';
import { task } from '../../../db/tasks/fields.ts';
import { api } from '../../api.ts';
import { dDay } from '../../days.ts';
import { printPage } from './print-page.ts';
import { PrintSheet } from './PrintSheet.tsx';

export type RegisterPrintProps = { table: ReportTable; params: ReportParams; total: number; onFailure: (error: unknown) => void };

const atOnce = 500;

const words = (text: unknown): ReportCell => ({ value: null, text: typeof text === 'string' ? text : '', drill: null });
/** In thousands, as an A4 line has room for; the file has the won. */
const thousands = (value: unknown): ReportCell => { const rounded = typeof value === 'number' ? Math.round(value / 1000) : 0; return { value: rounded, text: rounded === 0 ? '-' : rounded.toLocaleString('en-US'), drill: null }; };

/** Key, label, width in mm; the amounts are numbers, all else is words. */
const heads: readonly (readonly [key: string, label: string, mm: number])[] = [
  ['org', '주관기업', 30], ['cluster', 'MC', 30], ['type', '지원유형', 24], ['period', '수행 기간', 31], ['national', '국비', 16], ['private', '민간', 16], ['total', '총사업비', 17], ['coordinator', '코디네이터', 15], ['status', '상태', 14], ['days', '만료', 12],
];
const amounts: readonly string[] = ['national', 'private', 'total'];

/** Rows as a sheet: number, task number and title name the row, the rest stands in columns. */
const sheetOf = (table: ReportTable, rows: readonly ListRow[], asOf: string): SheetTable => {
  const sums = (code: string): ReportCell => thousands(table.cells[0]?.[table.columns.findIndex(({ key }) => key === code)]?.value);
  const line = (row: ListRow): ReportCell[] => {
    const days = daysToEnd(row, asOf);
    return [
      words(row['lead_org_name']), words(row['cluster_name']), words(supportTypeOf({ support_type: row['support_type'], decided_on: row['decided_on'], found_on: row['found_on'], program_year: row['program_year'] })), words(periodText(row).replaceAll('-', '.')),
      thousands(row['fund_national']), thousands(row['fund_private']), thousands(row['total_cost']), words(row['coordinator_name']), words(labelOf(task.fields.status, row['status'] ?? null)), words(days === null ? '' : dDay(days)),
    ];
  };
  return {
    title: table.title, unit: '단위: 천원', asOf: table.asOf, heads: ['연번', '과제번호', '과제명'], columns: heads.map(([key, label, mm]) => ({ key, group: '', label, mm, ...(amounts.includes(key) ? {} : { isText: true }) })),
    rows: [...rows.map((row, index) => ({ key: row.id, labels: [String(index + 1), typeof row['task_no'] === 'string' ? row['task_no'] : '', typeof row['title'] === 'string' ? row['title'] : ''], level: 1, kind: 'detail' as const })), { key: 'all', labels: ['합계', `${rows.length.toLocaleString('en-US')}건`, ''], level: 0, kind: 'total' as const }],
    cells: [...rows.map(line), [words(''), words(''), words(''), words(''), sums('register-national'), sums('register-private'), sums('register-total'), words(''), words(''), words('')]],
    footnotes: [...table.footnotes, { text: '※ 단수처리로 합계가 맞지 않을 수 있습니다.' }],
  };
};

export const RegisterPrint = ({ table, params, total, onFailure }: RegisterPrintProps) => {
  const [sheet, setSheet] = useState<SheetTable | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const about = useQuery({ queryKey: ['account', 'about'], queryFn: () => api.device.about.query() });
  const latest = useRef({ user: '', onFailure });
  latest.current = { user: about.data?.account?.name ?? '', onFailure };
  useEffect(() => { if (sheet) void printPage(latest.current.user).catch(latest.current.onFailure).finally(() => setSheet(null)); }, [sheet]);
  const print = async (): Promise<void> => {
    const rows: ListRow[] = [];
    while (rows.length < total) {
      setDone(rows.length);
      const block = unpacked(await api.reports.register.query({ params, request: { start: rows.length, end: rows.length + atOnce, sort: [], filter: {}, quick: null, selection: null } }));
      rows.push(...block.rows);
      if (block.rows.length < atOnce) break;
    }
    setSheet(sheetOf(table, rows, params.asOf));
  };
  const isTooMany = total > mostPrinted;
  return (
    <>
      <Button
        variant="default" leftSection={<Printer size={15} aria-hidden />} disabled={total === 0 || isTooMany || done !== null}
        title={isTooMany ? `${mostPrinted.toLocaleString('ko-KR')}건까지 인쇄합니다. 연도나 범위를 좁히거나 CSV로 저장하세요.` : '수행한 과제를 한 줄씩 인쇄합니다.'}
        onClick={() => { void print().catch(onFailure).finally(() => setDone(null)); }}
      >
        {done === null ? '인쇄' : `${done.toLocaleString('ko-KR')} / ${total.toLocaleString('ko-KR')}`}
      </Button>
      {sheet ? <PrintSheet tables={[sheet]} /> : null}
    </>
  );
};

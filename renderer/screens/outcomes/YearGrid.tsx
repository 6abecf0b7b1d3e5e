/** 연도별 성과: years down, figures across, typed like a sheet: Enter and arrows go down and up, Tab goes on, a block is pasted in one step. */
import { Button, Table } from '@mantine/core';
import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import type { OutcomesOfTask, YearFigures } from '../../../db/outcomes/api.ts';
import type { Cell } from '../../../db/kernel/field.ts';
import { api } from '../../api.ts';
import { dDay, daysTo, shortDate } from '../../days.ts';
import { TypedField } from '../../parts/form/TypedField.tsx';
import { parseTsv } from '../../parts/grid/tsv.ts';
import { isComposing } from '../../parts/keys/shortcut.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { figureColumns, pastedYears, type Figure } from './year-cells.ts';

type Change = { year: number; patch: Partial<Record<Figure, Cell>>; was?: Partial<Record<Figure, Cell>> };
type Found = Pick<OutcomesOfTask, 'years' | 'totals' | 'due' | 'ended' | 'firstYear' | 'lastYear'>;

/** Years that are drawn: those entered, those asked for, the year of the end, and those added by hand. */
const shownYears = (found: Found, added: readonly number[]): number[] => {
  const end = found.ended ? [Number(found.ended.on.slice(0, 4))] : [found.lastYear];
  return [...new Set([...found.years.map((one) => one.year), ...found.due.map((one) => one.year), ...end, ...added])].sort((a, b) => a - b);
};

const Asked = ({ due }: { due: OutcomesOfTask['due'][number] | undefined }) => {
  if (!due) return null;
  if (due.state === 'entered') return <span className="cd-out-done">입력함</span>;
  if (due.state === 'later') return <span className="cd-soft">{due.year + 1}년에 입력</span>;
  return <span className={due.state === 'overdue' ? 'cd-late' : 'cd-out-due'}>{due.state === 'overdue' ? `지남 ${dDay(daysTo(due.due_on))}` : `${shortDate(due.due_on)}까지`}</span>;
};

export const YearGrid = ({ task, found }: { task: string; found: Found }) => {
  const [added, setAdded] = useState<readonly number[]>([]);
  const [unread, setUnread] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<unknown>(null);
  const years = shownYears(found, added);
  const lines = new Map(found.years.map((one) => [one.year, one]));
  const valueOf = (year: number, figure: Figure): Cell => lines.get(year)?.[figure] ?? null;
  // Each figure is read by its own column, which knows what it can hold.
  const save = (changes: readonly Change[]) => api.outcomes.setYears.mutate({ task, changes: changes.map((one) => ({ ...one, patch: one.patch as Partial<YearFigures>, was: one.was as Partial<YearFigures> | undefined })) }).then(() => setFailure(null), setFailure);
  const typed = (year: number, figure: Figure, value: Cell) => {
    const key = `${year}.${figure}`;
    const isUnread = typeof value === 'string' && figure !== 'memo';
    setUnread((known) => Object.fromEntries([...Object.entries(known).filter(([one]) => one !== key), ...(isUnread ? [[key, value] as const] : [])]));
    if (!isUnread && value !== valueOf(year, figure)) void save([{ year, patch: { [figure]: value }, was: { [figure]: valueOf(year, figure) } }]);
  };
  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-year]') : null;
    const block = parseTsv(event.clipboardData.getData('text/plain'));
    if (!cell || (block.length < 2 && (block[0]?.length ?? 0) < 2)) return;
    event.preventDefault();
    const open = years.filter((year) => year <= found.lastYear);
    const read = pastedYears(block, open, Number(cell.dataset['year']), cell.dataset['figure'] as Figure);
    if (read.unread.length > 0) setUnread(Object.fromEntries(read.unread.map((one) => [`${one.year}.${one.figure}`, one.text])));
    else if (read.changes.length > 0) void save(read.changes);
  };
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0;
    const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-year]') : null;
    if (step === 0 || !cell || isComposing(event.nativeEvent)) return;
    const next = years[years.indexOf(Number(cell.dataset['year'])) + step];
    const input = event.currentTarget.querySelector<HTMLInputElement>(`[data-year="${next ?? ''}"][data-figure="${cell.dataset['figure'] ?? ''}"] input:not(:disabled)`);
    event.preventDefault();
    input?.focus();
    input?.select();
  };
  const missing = Array.from({ length: Math.max(0, found.lastYear - found.firstYear + 1) }, (_, index) => found.lastYear - index).filter((year) => !years.includes(year));
  const waiting = found.due.find((one) => one.state === 'overdue' || one.state === 'due')?.year;
  const firstBox = waiting ?? years.findLast((year) => year <= found.lastYear);
  return (
    <div className="cd-stack">
      <div className="cd-lines-scroll" onPaste={paste} onKeyDown={move}>
        <Table verticalSpacing={2} className="cd-boxes cd-out-years">
          <Table.Thead><Table.Tr><Table.Th className="cd-out-year">연도 · 사후관리</Table.Th>{figureColumns.map((column) => <Table.Th key={column.figure} data-figure={column.figure} style={column.width ? { width: column.width } : undefined}>{column.label}{column.unit ? <span className="cd-small cd-soft cd-out-unit"> ({column.unit})</span> : null}</Table.Th>)}</Table.Tr></Table.Thead>
          <Table.Tbody>
            {years.map((year) => {
              const due = found.due.find((one) => one.year === year);
              const isToCome = year > found.lastYear;
              return (
                <Table.Tr key={year} data-state={due?.state}>
                  <Table.Td className="cd-number cd-out-year">
                    <b>{year}</b> <span className="cd-small"><Asked due={due} /></span>
                    {due && (due.state === 'due' || due.state === 'overdue') ? (
                      <Button size="compact-xs" variant="subtle" title={`${year}년 성과를 모두 0으로 남깁니다`} onClick={() => void save([{ year, patch: { is_commercialised: 0, sales: 0, exports_usd: 0, new_jobs: 0, cost_saving: 0 } }])}>실적 없음</Button>
                    ) : null}
                  </Table.Td>
                  {figureColumns.map((column) => {
                    const key = `${year}.${column.figure}`;
                    const wrong = unread[key];
                    return (
                      <Table.Td key={column.figure} data-year={year} data-figure={column.figure} data-first={column.figure === 'sales' && year === firstBox ? true : undefined} className={column.figure === 'memo' || column.figure === 'is_commercialised' ? undefined : 'cd-out-figure'}>
                        <TypedField
                          label={<span className="cd-only-spoken">{year}년 {column.label}</span>} value={wrong ?? valueOf(year, column.figure)} read={column.read} write={column.write} disabled={isToCome}
                          {...(wrong === undefined ? {} : { error: column.hint })} onChange={(value) => typed(year, column.figure, value)}
                          {...(column.figure === 'sales' ? { name: `performance.${year}` } : {})}
                        />
                      </Table.Td>
                    );
                  })}
                </Table.Tr>
              );
            })}
            {found.totals.years > 1 ? (
              <Table.Tr className="cd-out-total">
                <Table.Td className="cd-out-year">합계 <span className="cd-small cd-soft">{found.totals.years}년치</span></Table.Td>
                {figureColumns.map((column) => <Table.Td key={column.figure} data-figure={column.figure} className={column.figure === 'memo' || column.figure === 'is_commercialised' ? undefined : 'cd-out-figure cd-number'}>{column.figure === 'memo' ? '' : column.figure === 'is_commercialised' ? (found.totals.isCommercialised ? '예' : '아니오') : column.write(found.totals[column.figure])}</Table.Td>)}
              </Table.Tr>
            ) : null}
          </Table.Tbody>
        </Table>
      </div>
      {failure ? <FailureNotice error={failure} /> : null}
      {missing[0] === undefined ? null : <div><Button size="compact-sm" variant="default" onClick={() => setAdded([...added, missing[0] ?? found.lastYear])}>{missing[0]}년 더하기</Button></div>}
    </div>
  );
};

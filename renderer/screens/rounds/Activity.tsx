/** 월간 활동실적: a month of every coordinator, or the months of one; each number opens its records. */
import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, Copy, Table2 } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { api } from '../../api.ts';
import { useStatusText } from '../../parts/frame/status.tsx';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { usePreference } from '../../parts/preferences.tsx';
import { words } from '../../words.ts';
import { copyTable } from '../reports/copy-table.ts';
import { CsvMenu } from '../reports/CsvMenu.tsx';
import { ReportGrid } from '../reports/ReportGrid.tsx';
import { namesOf, type Options } from './options.ts';
import { PrintTable } from './PrintTable.tsx';
import '../reports/reports.css';

const tables = ['session', 'task', 'meeting', 'attendance', 'person', 'account', 'entry_guard', 'organisation'];
/** Where the records of a number are listed. */
const listOf: Readonly<Record<string, string>> = { session: '/sessions', task: '/tasks', organisation: '/organisations', meeting: '/meetings' };
const comparisons = [{ value: 'none', label: '비교 안 함' }, { value: 'before', label: '전월 대비' }, { value: 'year-ago', label: '전년 같은 달 대비' }] as const;

type Compare = (typeof comparisons)[number]['value'];
type Chosen = { coordinator: string | null; compare: Compare };
const isCompare = (value: unknown): value is Compare => comparisons.some((one) => one.value === value);
const isChosen = (value: unknown): value is Chosen => typeof value === 'object' && value !== null && 'compare' in value && isCompare(value.compare) && 'coordinator' in value;

const isMonth = (text: string): boolean => /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(text);
const moved = (month: string, by: number): string => {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
};

/** Month and cell looked at last: coming back from the records, both are as they were. */
const last: { month: string | null; cell: string | undefined } = { month: null, cell: undefined };

export const Activity = ({ options }: { options: Options }) => {
  const [, go] = useLocation();
  const [month, setMonth] = useState(last.month ?? options.today.slice(0, 7));
  const [chosen, choose] = usePreference<Chosen>('rounds.activity', { coordinator: null, compare: 'before' }, isChosen);
  const [failure, setFailure] = useState<unknown>(null);
  const asked = { month, ...chosen };
  const query = useQuery({ queryKey: [...tables, 'rounds-activity', asked], queryFn: ({ signal }) => api.rounds.activity.query(asked, { signal }), placeholderData: keepPreviousData });
  const table = query.data;
  useStatusText(table ? `${table.title}: ${table.asOf}` : '');
  const show = (next: string): void => {
    if (!isMonth(next)) return;
    last.month = next;
    setMonth(next);
  };
  const open = (cell: string): void => {
    last.cell = cell;
    api.rounds.openActivity.mutate({ ...asked, cell }).then(({ id, table: kind }) => go(`${listOf[kind] ?? '/sessions'}?selection=${id}`), setFailure);
  };
  const file = (encoding: string): string => `/files/activity/${month}?${new URLSearchParams({ coordinator: chosen.coordinator ?? '', compare: chosen.compare, encoding })}`;
  return (
    <>
      <div className="cd-rounds-bar">
        <div className="cd-rounds-month">
          <ActionIcon variant="default" size="input-xs" aria-label="앞 달" onClick={() => show(moved(month, -1))}><ChevronLeft size={15} aria-hidden /></ActionIcon>
          <TextInput label="달" type="month" value={month} onChange={(event) => show(event.currentTarget.value)} />
          <ActionIcon variant="default" size="input-xs" aria-label="다음 달" onClick={() => show(moved(month, 1))}><ChevronRight size={15} aria-hidden /></ActionIcon>
        </div>
        <Select label="코디네이터" placeholder="모두" clearable searchable value={chosen.coordinator} data={namesOf(options.coordinators)} onChange={(coordinator) => choose({ ...chosen, coordinator })} />
        {chosen.coordinator === null ? <Select label="비교" value={chosen.compare} allowDeselect={false} data={[...comparisons]} onChange={(compare) => { if (isCompare(compare)) choose({ ...chosen, compare }); }} /> : null}
        {table && !table.isEmpty ? (
          <div className="cd-rounds-do">
            <Button
              variant="default" leftSection={<Copy size={15} aria-hidden />}
              onClick={() => notifications.show(copyTable(table) ? { message: '표를 복사했습니다. 엑셀에서 붙여 넣으면 칸과 숫자가 그대로 들어갑니다.' } : { color: 'danger', message: '복사하지 못했습니다. 표를 마우스로 골라 Ctrl+C를 누르세요.' })}
            >
              표 복사
            </Button>
            <CsvMenu file={file} lostIn={() => api.rounds.lostInCp949.query(asked)} onFailure={setFailure} />
            <PrintTable table={table} onFailure={setFailure} />
          </div>
        ) : null}
      </div>
      {failure ? <div className="cd-pad"><FailureNotice error={failure} onRetry={() => { setFailure(null); void query.refetch(); }} /></div> : null}
      {query.error ? <div className="cd-pad"><FailureNotice error={query.error} onRetry={() => void query.refetch()} /></div> : null}
      {!table ? <p className="cd-soft cd-pad">{query.error ? null : words.loading}</p> : table.isEmpty ? (
        <EmptyState icon={Table2} title="이 달에 셀 기록이 없습니다."><p>상담, 발굴한 과제, 참석한 회의가 있으면 코디네이터별로 셉니다. 달을 바꿔 보세요.</p></EmptyState>
      ) : (
        <>
          <header className="cd-report-head"><h2>{table.title}</h2><p><span>{table.asOf}</span><span>({table.unit})</span></p></header>
          <div className="cd-report-scroll" tabIndex={-1} aria-busy={query.isPlaceholderData}>
            <ReportGrid key={chosen.coordinator ?? 'all'} table={table} onOpen={open} startAt={last.cell} />
            <ul className="cd-report-notes">{table.footnotes.map((note) => <li key={note.text}>{note.text}</li>)}</ul>
          </div>
        </>
      )}
    </>
  );
};

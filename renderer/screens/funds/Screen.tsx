/** 예산·집행: national money of offices by support type and program year, what of it was granted, paid and spent. */
import { Button, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { Copy, Wallet } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ExecutionMeasure, ExecutionTable } from '../../../db/funds/api.ts';
import { programNumberOf, programYearOf, programYears } from '../../../db/reference/program-years.ts';
import { api } from '../../api.ts';
import { today } from '../../parts/form/DateField.tsx';
import { WonUnitSwitch } from '../../parts/form/WonField.tsx';
import { useWonUnit } from '../../parts/form/won-unit.ts';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import { SplitView } from '../../parts/layout/SplitView.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { usePreference } from '../../parts/preferences.tsx';
import { words } from '../../words.ts';
import { copyTable } from '../reports/copy-table.ts';
import { CsvMenu } from '../reports/CsvMenu.tsx';
import { ExecutionGrid } from './ExecutionGrid.tsx';
import { NewBudget } from './NewBudget.tsx';
import { RecordsBeside } from './RecordsBeside.tsx';
import '../../parts/layout/record.css';
import './funds.css';

/** A program year by its number, or `all`. */
const isChoice = (value: unknown): value is string => typeof value === 'string' && /^(all|\d{1,2})$/.test(value);

const thisYear = (): number => programNumberOf(programYearOf(today())?.year ?? Number(today().slice(0, 4)));

const yearWord = (number: number): string => {
  const year = programYears.find((one) => one.number === number);
  return `${number}차년도${year ? ` (${year.year})` : ''}`;
};

export const Screen = () => {
  const [choice, setChoice] = usePreference('funds.year', String(thisYear()), isChoice);
  const [unit] = useWonUnit();
  const [opened, setOpened] = useState<{ key: string; measure: ExecutionMeasure } | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const adding = useRef<HTMLDivElement>(null);
  const year = choice === 'all' ? null : Number(choice);
  const answer = useQuery({
    queryKey: ['funds', 'execution', year, 'task', 'task_step', 'payment', 'spending', 'office_budget', 'support_rule', 'account'], placeholderData: (before: ExecutionTable | undefined) => before,
    queryFn: () => api.funds.execution.query({ year }),
  });
  const table = answer.data;
  if (!table) return answer.isError ? <div className="cd-pad"><FailureNotice error={answer.error} onRetry={() => void answer.refetch()} /></div> : <p className="cd-soft cd-pad">{words.loading}</p>;

  const years = [...new Set([thisYear() + 1, thisYear(), ...table.years, ...(year === null ? [] : [year])])].sort((one, other) => other - one);
  const row = table.rows.find((one) => one.key === opened?.key);
  const setBudget = (key: { office: string; support_type: string; program_year: number }, amount: number | null) => api.funds.setOfficeBudget.mutate({ ...key, amount });
  const copy = async (): Promise<void> => {
    const sheet = await api.funds.executionSheet.query({ year, unit });
    notifications.show(copyTable(sheet) ? { message: '표를 복사했습니다. 엑셀에서 붙여 넣으면 칸과 숫자가 그대로 들어갑니다.' } : { color: 'danger', message: '복사하지 못했습니다. 표를 마우스로 골라 Ctrl+C를 누르세요.' });
  };
  const firstBudget = (): void => adding.current?.querySelector('input')?.focus();
  const list = (
    <div className="cd-execution-screen">
      <div className="cd-execution-bar">
        <Select label="차년도" w="10.5rem" allowDeselect={false} searchable maxDropdownHeight={300} nothingFoundMessage="없는 차년도" value={choice} data={[{ value: 'all', label: '전체' }, ...years.map((number) => ({ value: String(number), label: yearWord(number) }))]} onChange={(next) => { if (next) { setChoice(next); setOpened(null); } }} />
        <div className="cd-row-wrap">
          <WonUnitSwitch />
          <Button variant="default" leftSection={<Copy size={15} aria-hidden />} onClick={() => { copy().catch(setFailure); }}>표 복사</Button>
          <CsvMenu file={(encoding) => `/files/execution/${choice}?${new URLSearchParams({ unit, encoding }).toString()}`} lostIn={() => api.funds.executionLost.query({ year, unit })} onFailure={setFailure} />
        </div>
      </div>
      {failure || answer.error ? <div className="cd-pad"><FailureNotice error={failure ?? answer.error} onRetry={() => { setFailure(null); void answer.refetch(); }} /></div> : null}
      <div className="cd-execution-scroll" aria-busy={answer.isPlaceholderData}>
        {table.rows.length === 0 ? (
          <EmptyState icon={Wallet} title={year === null ? '아직 예산도 지원한 과제도 없습니다.' : `${yearWord(year)}에는 아직 예산도 지원한 과제도 없습니다.`} {...(year === null ? {} : { action: { label: '예산 적기', onClick: firstBudget } })}>
            지사와 지원유형마다 국비 예산을 적으면 선정·교부·집행이 그 옆에 더해집니다. 교부와 집행은 애로과제의 사업비에서 적습니다.
          </EmptyState>
        ) : (
          <>
            <ExecutionGrid
              table={table} opened={opened} onOpen={(of, measure) => setOpened({ key: of.key, measure })}
              onBudget={({ at }, amount) => setBudget({ office: at.office ?? '', support_type: at.support_type ?? '', program_year: at.program_year ?? 0 }, amount).catch(setFailure)}
            />
            <p className="cd-execution-unit cd-soft cd-small">단위: 건, {unit}, %</p>
          </>
        )}
        {year === null ? <p className="cd-soft cd-pad">예산을 더하려면 차년도를 고르세요.</p> : <div ref={adding}><NewBudget key={year} table={table} onAdd={(values) => setBudget({ office: values.office, support_type: values.support_type, program_year: year }, values.amount)} /></div>}
        <ul className="cd-execution-notes">{table.notes.map((note) => <li key={note}>{note}</li>)}</ul>
      </div>
    </div>
  );
  return <SplitView name="funds" share={0.34} list={list} record={row && opened ? <RecordsBeside key={`${row.key} ${opened.measure}`} row={row} measure={opened.measure} onClose={() => setOpened(null)} /> : null} onClose={() => setOpened(null)} />;
};

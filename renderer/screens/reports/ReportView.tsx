/** One report: parameters, what can be done with the table, the table, its footnotes. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { Copy, Table2 } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { CellKey, Definition, ReportCode, ReportTable } from '../../../db/reports/api.ts';
import { api } from '../../api.ts';
import { useStatusText } from '../../parts/frame/status.tsx';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { FreezeMenu } from '../frozen/FreezeMenu.tsx';
import { copyTable } from './copy-table.ts';
import { CsvMenu } from './CsvMenu.tsx';
import { Definitions } from './Definitions.tsx';
import { listOf } from './list-of.ts';
import { ParamsBar } from './ParamsBar.tsx';
import { dotted } from './PastMenu.tsx';
import { PrintMenu } from './PrintMenu.tsx';
import { paramsInAddress, useReportParams } from './report-params.ts';
import { Register } from './Register.tsx';
import { RegisterPrint } from './RegisterPrint.tsx';
import { RegisterSave } from './RegisterSave.tsx';
import { ReportGrid } from './ReportGrid.tsx';

type FirstStep = { label: string; path: string };
const toTasks: FirstStep = { label: '애로과제로 가기', path: '/tasks' };
/** Where what a report lacks is entered; tasks where nothing else is said. */
const toMeetings: FirstStep = { label: '회의로 가기', path: '/meetings' };
const toSessions: FirstStep = { label: '상담으로 가기', path: '/sessions' };
const firstSteps: Readonly<Partial<Record<ReportCode, FirstStep>>> = {
  t3: { label: '미니클러스터로 가기', path: '/clusters' }, t6: toSessions, t7: toMeetings, t7s: toSessions, t7m: toMeetings, t8: { label: '예산·집행으로 가기', path: '/funds' },
  t9: { label: '만족도 조사로 가기', path: '/surveys' }, t10: { label: '기업·기관으로 가기', path: '/organisations' },
};

/** Cell opened last in each report: coming back, the focus is there. */
const lastOpened = new Map<ReportCode, CellKey>();

export type ReportAbout = { code: ReportCode; title: string; needs: string; uses: readonly string[]; indicators: readonly Definition[]; tables: readonly string[] };

export const ReportView = ({ about }: { about: ReportAbout }) => {
  const { code } = about;
  const [, go] = useLocation();
  const { params: wanted, choose, firstYear } = useReportParams();
  /** 과제 관리대장 is a list: its table is the line of totals under it, and lists show the records as they stand. */
  const isList = code === 't5';
  const params = wanted && isList ? { ...wanted, dataAsOf: null } : wanted;
  const [failure, setFailure] = useState<unknown>(null);
  const answer = useQuery({
    queryKey: ['report', code, params, ...about.tables], enabled: params !== undefined, placeholderData: (before: ReportTable | null | undefined) => (before?.dataAsOf === params?.dataAsOf ? before : undefined),
    queryFn: async (): Promise<ReportTable | null> => (params ? api.reports.table.query({ report: code, params }) : null),
  });
  const table = answer.data ?? null;
  const listed = table?.cells[0]?.[0]?.value ?? 0;
  useStatusText(table ? `${table.title}: ${table.asOf}` : '');
  if (!params) return <p className="cd-soft cd-pad">{words.loading}</p>;

  const open = (cell: CellKey): void => {
    lastOpened.set(code, cell);
    void api.reports.open.mutate({ report: code, params, cell }).then(({ id, table: kind }) => go(`${listOf[kind] ?? '/tasks'}?selection=${id}`)).catch(setFailure);
  };
  const copy = (shown: ReportTable): void => {
    notifications.show(copyTable(shown)
      ? { message: '표를 복사했습니다. 엑셀에서 붙여 넣으면 칸과 숫자가 그대로 들어갑니다.' }
      : { color: 'danger', message: '복사하지 못했습니다. 표를 마우스로 골라 Ctrl+C를 누르세요.' });
  };
  return (
    <div className="cd-report">
      <div className="cd-report-bar">
        <ParamsBar params={params} choose={choose} uses={about.uses} withPast={!isList} firstYear={firstYear} />
        {table ? (
          <div className="cd-row-wrap">
            {isList ? null : <Button variant="default" leftSection={<Copy size={15} aria-hidden />} onClick={() => copy(table)}>표 복사</Button>}
            {isList ? <RegisterSave params={params} total={listed} onFailure={setFailure} /> : <CsvMenu file={(encoding) => `/files/report/${code}?${paramsInAddress(params).toString()}&encoding=${encoding}`} lostIn={() => api.reports.lostInCp949.query({ report: code, params })} onFailure={setFailure} />}
            {isList ? null : <FreezeMenu table={table} params={params} />}
            <Definitions title={about.title} indicators={about.indicators} />
            {isList ? <RegisterPrint table={table} params={params} total={listed} onFailure={setFailure} /> : <PrintMenu table={table} params={params} onFailure={setFailure} />}
          </div>
        ) : null}
      </div>
      {failure ? <div className="cd-pad"><FailureNotice error={failure} onRetry={() => { setFailure(null); void answer.refetch(); }} /></div> : null}
      {answer.isError ? <div className="cd-pad"><FailureNotice error={answer.error} onRetry={() => void answer.refetch()} /></div> : null}
      {table && params.dataAsOf !== null ? (
        <div className="cd-report-past" role="note">
          <p>{dotted(params.dataAsOf)} 당시 자료입니다. 숫자를 누르면 그때 센 기록이 지금 내용으로 열립니다.</p>
          <Button variant="default" size="compact-sm" onClick={() => choose({ dataAsOf: null })}>지금 자료로 보기</Button>
        </div>
      ) : null}
      {table ? (
        <>
          <header className="cd-report-head">
            <h2>{table.title}</h2>
            <p><span>{table.asOf}</span><span>({table.unit})</span></p>
          </header>
          {table.isEmpty ? (
            <EmptyState icon={Table2} title="아직 셀 기록이 없습니다." action={{ label: (firstSteps[code] ?? toTasks).label, onClick: () => go((firstSteps[code] ?? toTasks).path) }}><p>{about.needs}</p><p>기록이 있다면 {`${[about.uses.includes('asOf') ? '기준일' : '', about.uses.includes('toYear') ? '연도' : '', '범위'].filter(Boolean).join('·')}를`} 확인하세요.</p></EmptyState>
          ) : isList ? <Register table={table} params={params} onOpen={open} /> : (
            <div className="cd-report-scroll" tabIndex={-1} aria-busy={answer.isPlaceholderData}>
              <ReportGrid key={code} table={table} onOpen={open} startAt={lastOpened.get(code)} />
              <ul className="cd-report-notes">{table.footnotes.map((note) => <li key={note.text}>{note.text}</li>)}</ul>
            </div>
          )}
        </>
      ) : answer.isError ? null : <p className="cd-soft cd-pad">{params.dataAsOf === null ? words.loading : `${dotted(params.dataAsOf)} 당시 자료를 만드는 중입니다. 자료가 아주 많으면 몇 분 걸립니다.`}</p>}
    </div>
  );
};

/** One report as it was handed in: its table, and why today's numbers differ. */
import { Button, Tabs } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Copy } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { CellKey } from '../../../db/reports/api.ts';
import { api } from '../../api.ts';
import { useStatusText } from '../../parts/frame/status.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { copyTable } from '../reports/copy-table.ts';
import { CsvMenu } from '../reports/CsvMenu.tsx';
import { listOf } from '../reports/list-of.ts';
import { ReportGrid } from '../reports/ReportGrid.tsx';
import { PrintTable } from '../rounds/PrintTable.tsx';
import { Differences } from './Differences.tsx';
import { WithdrawButton } from './WithdrawButton.tsx';

export const FrozenRecord = ({ id }: { id: string }) => {
  const [, go] = useLocation();
  const [failure, setFailure] = useState<unknown>(null);
  const [tab, setTab] = useState<string | null>('table');
  const answer = useQuery({ queryKey: ['frozen', id, 'frozen_report'], queryFn: () => api.frozen.get.query({ id }) });
  const frozen = answer.data;
  const stamp = frozen?.stamp ?? '';
  useStatusText(frozen ? `${frozen.title}: ${stamp}` : '');
  if (answer.isError) return <div className="cd-pad"><FailureNotice error={answer.error} onRetry={() => void answer.refetch()} /></div>;
  if (!frozen) return <p className="cd-soft cd-pad">{words.loading}</p>;
  const stamped = { ...frozen.table, asOf: `${frozen.table.asOf} · ${stamp}` };
  const open = (cell: CellKey): void => { void api.frozen.open.mutate({ id, cell }).then((found) => go(`${listOf[found.table] ?? '/tasks'}?selection=${found.id}`)).catch(setFailure); };
  const copy = (): void => { notifications.show(copyTable(stamped) ? { message: '제출본을 복사했습니다.' } : { color: 'danger', message: '복사하지 못했습니다. 표를 마우스로 골라 Ctrl+C를 누르세요.' }); };
  return (
    <div className="cd-report">
      <div className="cd-report-bar">
        <Button variant="default" leftSection={<ArrowLeft size={15} aria-hidden />} onClick={() => go(`/frozen?report=${frozen.report}`)}>제출본 목록</Button>
        <div className="cd-row-wrap">
          <Button variant="default" onClick={() => go(`/reports/${frozen.report}`)}>지금 표 보기</Button>
          <Button variant="default" leftSection={<Copy size={15} aria-hidden />} onClick={copy}>표 복사</Button>
          <CsvMenu file={(encoding) => `/files/frozen/${id}?encoding=${encoding}`} lostIn={() => api.frozen.lostInCp949.query({ id })} onFailure={setFailure} />
          <PrintTable table={stamped} onFailure={setFailure} />
          {frozen.withdrawn_on === null ? <WithdrawButton id={id} title={frozen.title} /> : null}
        </div>
      </div>
      {failure ? <div className="cd-pad"><FailureNotice error={failure} onRetry={() => setFailure(null)} /></div> : null}
      <div className="cd-report-past" role="note" {...(frozen.withdrawn_on === null ? {} : { 'data-withdrawn': true })}>
        <p>{stamp}</p>
        {frozen.withdrawn_reason === null ? null : <span>철회 사유: {frozen.withdrawn_reason}</span>}
        {frozen.note === null ? null : <span className="cd-soft">{frozen.note}</span>}
      </div>
      <Tabs value={tab} onChange={setTab} keepMounted={false} className="cd-tabs cd-frozen-tabs">
        <Tabs.List><Tabs.Tab value="table">제출한 표</Tabs.Tab><Tabs.Tab value="why">왜 숫자가 다른가</Tabs.Tab></Tabs.List>
        <Tabs.Panel value="table" className="cd-frozen-panel">
          <header className="cd-report-head"><h2>{frozen.title}</h2><p><span>{frozen.table.asOf}</span><span>({frozen.table.unit})</span></p></header>
          <div className="cd-report-scroll" tabIndex={-1}>
            <ReportGrid table={frozen.table} onOpen={open} />
            <ul className="cd-report-notes">{frozen.table.footnotes.map((note) => <li key={note.text}>{note.text}</li>)}<li>※ 숫자를 누르면 제출할 때 센 기록이 지금 내용으로 열립니다. 그 뒤 지운 기록은 목록에 나오지 않습니다.</li></ul>
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="why" className="cd-frozen-panel"><Differences id={id} hasIds={frozen.hasIds} /></Tabs.Panel>
      </Tabs>
    </div>
  );
};

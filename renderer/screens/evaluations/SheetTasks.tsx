/** The tasks before a meeting: mean, spread, rank, decision. Chosen ones are decided together. */
import { Button, Checkbox, Table } from '@mantine/core';
import { ClipboardPlus, Gavel, ListPlus } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useLocation } from 'wouter';
import type { Conflict, Sheet, SheetTask } from '../../../db/evaluations/api.ts';
import { api } from '../../api.ts';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import { StatusBadge } from '../../parts/layout/StatusBadge.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { TaskState } from '../tasks/states.tsx';
import { ConflictsFound } from './ConflictsFound.tsx';
import { DecideDialog } from './DecideDialog.tsx';
import { WaitingPicker } from './WaitingPicker.tsx';
import { decisionName, decisionTone, spreadText, wonText } from './words.ts';

export type SheetTasksProps = { sheet: Sheet; isClosed: boolean; onTab: (tab: string) => void };

const isOpen = (one: SheetTask): boolean => one.decision === null || one.decision === 'postponed';

const Outcome = ({ one }: { one: SheetTask }) => (
  <div className="cd-ev-outcome">
    {one.decision === null ? (one.status === 'under-review' ? <span className="cd-soft">미결정</span> : <TaskState code={one.status} />)
      : <span><StatusBadge tone={decisionTone[one.decision] ?? 'waiting'}>{decisionName(one.decision)}</StatusBadge>{one.decision === 'selected' ? <b className="cd-number"> {wonText(one.amount)}</b> : null}</span>}
    {one.conditions ?? one.reason ? <span className="cd-small cd-soft cd-ev-line" title={one.conditions ?? one.reason ?? ''}>{one.conditions ?? one.reason}</span> : null}
  </div>
);

export const SheetTasks = ({ sheet, isClosed, onTab }: SheetTasksProps) => {
  const [, go] = useLocation();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [doing, setDoing] = useState<'add' | 'decide' | null>(null);
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const committee = sheet.meeting.id;
  const open = sheet.tasks.filter(isOpen);
  const picked = open.filter((one) => chosen.has(one.task));
  const order = (event: KeyboardEvent, index: number) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    const tasks = sheet.tasks.map((one) => one.task);
    const [task] = tasks.splice(index, 1);
    if (isClosed || !event.altKey || by === 0 || task === undefined || index + by < 0 || index + by > tasks.length) return;
    event.preventDefault();
    tasks.splice(index + by, 0, task);
    void api.evaluations.tasks.order.mutate({ committee, tasks }).catch(setFailure);
  };
  const takeOff = async () => {
    setFailure(null);
    try {
      await api.evaluations.tasks.remove.mutate({ committee, tasks: picked.map((one) => one.task) });
      setChosen(new Set());
    } catch (error) {
      setFailure(error);
    }
  };
  const picker = doing === 'add' ? <WaitingPicker committee={committee} onClose={() => setDoing(null)} onAdded={setConflicts} /> : null;
  if (sheet.tasks.length === 0) {
    return (
      <>
        <EmptyState icon={ListPlus} title="올린 과제가 없습니다." {...(isClosed ? {} : { action: { label: '심의할 과제 올리기', onClick: () => setDoing('add') } })} second={{ label: '위원 넣기', onClick: () => onTab('evaluators') }}>
          심의중이고 심의 경로가 위원회인 과제를 한꺼번에 올릴 수 있습니다. 이해관계가 있는 위원은 자동으로 제척됩니다.
        </EmptyState>
        {picker}
      </>
    );
  }
  return (
    <div className="cd-ev-block">
      {isClosed ? null : (
        <div className="cd-ev-bar">
          <Button leftSection={<Gavel size={14} aria-hidden />} disabled={open.length === 0} onClick={() => setDoing('decide')}>{picked.length > 0 ? `${picked.length}건 결정` : '결정'}</Button>
          <Button variant="default" leftSection={<ClipboardPlus size={14} aria-hidden />} onClick={() => setDoing('add')}>과제 올리기</Button>
          {picked.length > 0 ? <Button variant="default" onClick={() => void takeOff()}>회의에서 빼기</Button> : <span className="cd-small cd-soft">{open.length > 0 ? '고르지 않고 ‘결정’을 누르면 미결정 과제를 모두 엽니다.' : '모두 결정했습니다. 확인한 뒤 마감하세요.'}</span>}
        </div>
      )}
      {failure ? <FailureNotice error={failure} /> : null}
      <ConflictsFound conflicts={conflicts} sheet={sheet} onClose={() => setConflicts([])} />
      <div className="cd-ev-scroll">
        <Table verticalSpacing={3} className="cd-ev-table">
          <Table.Thead>
            <Table.Tr>
              {isClosed ? null : <Table.Th className="cd-ev-check"><Checkbox aria-label="미결정 과제 모두 고르기" disabled={open.length === 0} checked={open.length > 0 && picked.length === open.length} indeterminate={picked.length > 0 && picked.length < open.length} onChange={(event) => setChosen(new Set(event.currentTarget.checked ? open.map((one) => one.task) : []))} /></Table.Th>}
              <Table.Th className="cd-ev-no">순번</Table.Th><Table.Th>과제 · 주관기업</Table.Th><Table.Th className="cd-ev-won">신청 금액</Table.Th><Table.Th className="cd-ev-figure">순위</Table.Th>
              <Table.Th className="cd-ev-spread">평균 · 최저–최고</Table.Th><Table.Th className="cd-ev-result">결정</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sheet.tasks.map((one, index) => (
              <Table.Tr key={one.task} data-chosen={chosen.has(one.task) || undefined}>
                {isClosed ? null : <Table.Td><Checkbox aria-label={`${one.title} 고르기`} disabled={!isOpen(one)} checked={chosen.has(one.task) && isOpen(one)} onChange={(event) => { const next = new Set(chosen); if (event.currentTarget.checked) next.add(one.task); else next.delete(one.task); setChosen(next); }} /></Table.Td>}
                <Table.Td className="cd-number cd-soft">{index + 1}</Table.Td>
                <Table.Td>
                  <button type="button" className="cd-link cd-ev-line" title={isClosed ? one.title : `${one.title} (Alt+↑↓로 순서를 바꿉니다)`} onKeyDown={(event) => order(event, index)} onClick={() => go(`/tasks/${one.task}?tab=evaluation`)}>{one.title}</button>
                  <span className="cd-small cd-soft cd-ev-line">{one.lead_name}{one.recused > 0 ? ` · 제척·회피 ${one.recused}명` : ''}</span>
                </Table.Td>
                <Table.Td className="cd-number cd-ev-won">{wonText(one.requested)}</Table.Td>
                <Table.Td className="cd-number cd-ev-figure">{one.rank ?? '−'}</Table.Td>
                <Table.Td className="cd-number cd-ev-spread"><strong title={`점수 ${one.scored}개`}>{one.mean ?? '−'}</strong> <span className="cd-small cd-soft">{spreadText(one)}</span></Table.Td>
                <Table.Td className="cd-ev-result"><Outcome one={one} /></Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {picker}
      {doing === 'decide' ? <DecideDialog sheet={sheet} tasks={picked.length > 0 ? picked : open} onClose={() => setDoing(null)} onDone={() => { setDoing(null); setChosen(new Set()); }} /> : null}
    </div>
  );
};

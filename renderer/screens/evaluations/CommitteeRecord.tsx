/** One evaluation meeting: figures always in sight, then its tasks, the score sheet, the evaluators, its own fields. */
import { Button, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { committee } from '../../../db/evaluations/fields.ts';
import { api } from '../../api.ts';
import { links } from '../../links.ts';
import { writeDate } from '../../parts/form/DateField.tsx';
import { RecordHistory } from '../../parts/history/RecordHistory.tsx';
import { Count } from '../../parts/layout/Count.tsx';
import { RecordHeader } from '../../parts/layout/RecordHeader.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import { StatusBadge } from '../../parts/layout/StatusBadge.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { CommitteeForm } from './CommitteeForm.tsx';
import { Evaluators } from './Evaluators.tsx';
import { MeetingActions } from './MeetingActions.tsx';
import { ResultSheet } from './ResultSheet.tsx';
import { ScoreSheet } from './ScoreSheet.tsx';
import { SheetTasks } from './SheetTasks.tsx';
import { Stats } from './Stats.tsx';
import { kindName, sheetTables } from './words.ts';

export const CommitteeRecord = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const [tab, setTab] = useState<string | null>('tasks');
  const [printing, setPrinting] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const found = useQuery({ queryKey: [...sheetTables, 'sheet', id], queryFn: () => api.evaluations.open.query({ id }), placeholderData: (before) => before });
  if (found.error) return <><RecordHeader kind="평가회의" title="열 수 없습니다" onClose={onClose} /><div className="cd-pad"><FailureNotice error={found.error} onRetry={() => void found.refetch()} /></div></>;
  if (!found.data) return <p className="cd-soft cd-pad">{words.loading}</p>;
  const sheet = found.data;
  const { values, isDeleted } = sheet.meeting;
  const isClosed = values.status === 'closed' || isDeleted;
  return (
    <div className="cd-record">
      <Tabs value={tab} onChange={setTab} className="cd-tabs" keepMounted={false}>
        <div className="cd-ev-top">
          <RecordHeader
            kind={kindName(values.kind)} title={values.name} onClose={onClose}
            badges={(
              <span className="cd-small cd-row-wrap">
                <StatusBadge tone={values.status === 'closed' ? 'done' : 'waiting'}>{values.status === 'closed' ? '마감' : '예정'}</StatusBadge>
                <span className="cd-number">{writeDate(values.held_on)} {values.start_at}</span>
                {values.place ? <span className="cd-soft">{values.place}</span> : null}
                {isDeleted ? <span className="cd-late">삭제된 평가회의입니다. 실행 취소로 되살릴 수 있습니다.</span> : null}
              </span>
            )}
            actions={(
              <>
                <Button variant="default" leftSection={<Printer size={14} aria-hidden />} disabled={sheet.tasks.length === 0} onClick={() => setPrinting(true)}>결과표</Button>
                {isDeleted ? null : <MeetingActions sheet={sheet} onFailure={setFailure} onRemoved={onClose} />}
              </>
            )}
          />
          <Stats statistics={sheet.statistics} />
          <Tabs.List>
            <Tabs.Tab value="tasks">과제 <Count>{sheet.tasks.length}</Count></Tabs.Tab>
            <Tabs.Tab value="scores">점수표</Tabs.Tab>
            <Tabs.Tab value="evaluators">위원 <Count>{sheet.evaluators.length}</Count></Tabs.Tab>
            <Tabs.Tab value="fields">개요</Tabs.Tab>
            <Tabs.Tab value="history">이력</Tabs.Tab>
          </Tabs.List>
        </div>
        {failure ? <div className="cd-pad"><FailureNotice error={failure} /></div> : null}
        <Tabs.Panel value="tasks"><SheetTasks sheet={sheet} isClosed={isClosed} onTab={setTab} /></Tabs.Panel>
        <Tabs.Panel value="scores"><ScoreSheet sheet={sheet} isClosed={isClosed} onTab={setTab} /></Tabs.Panel>
        <Tabs.Panel value="evaluators"><Evaluators sheet={sheet} isClosed={isClosed} /></Tabs.Panel>
        <Tabs.Panel value="fields"><CommitteeForm values={values} isClosed={isClosed} draftKey={`committee:${id}`} onSave={(patch, was) => api.evaluations.change.mutate({ id, patch, was })} /></Tabs.Panel>
        <Tabs.Panel value="history"><Section title="변경 기록"><RecordHistory type={committee} id={id} load={(one) => api.evaluations.history.query({ id: one })} links={links} /></Section></Tabs.Panel>
      </Tabs>
      {printing ? <ResultSheet sheet={sheet} onDone={() => setPrinting(false)} onFailure={setFailure} /> : null}
    </div>
  );
};

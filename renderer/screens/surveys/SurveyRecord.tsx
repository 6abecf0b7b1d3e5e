/** One survey: its sheets typed line by line, its items, its own fields. */
import { ActionIcon, Tabs } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { scaleName } from '../../../db/surveys/choices.ts';
import { survey } from '../../../db/surveys/fields.ts';
import { api } from '../../api.ts';
import { links } from '../../links.ts';
import { RecordHistory } from '../../parts/history/RecordHistory.tsx';
import { Count } from '../../parts/layout/Count.tsx';
import { RecordHeader } from '../../parts/layout/RecordHeader.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { Items } from './Items.tsx';
import { Sheets } from './Sheets.tsx';
import { SurveyForm } from './SurveyForm.tsx';

export const SurveyRecord = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const [chosen, setTab] = useState<string | null>(null);
  const opening = useRef<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const found = useQuery({ queryKey: ['survey', 'record', id], queryFn: () => api.surveys.get.query({ id }) });
  const items = useQuery({ queryKey: ['survey_item', 'survey_score', 'items of', id], queryFn: () => api.surveys.items.of.query({ id }) });
  const sheets = useQuery({ queryKey: ['survey_response', 'survey_score', 'organisation', 'sheets of', id], queryFn: () => api.surveys.sheets.of.query({ id }), placeholderData: (before) => before });
  const error = found.error ?? items.error ?? sheets.error;
  if (error) return <><RecordHeader kind="만족도 조사" title="열 수 없습니다" onClose={onClose} /><div className="cd-pad"><FailureNotice error={error} onRetry={() => { void found.refetch(); void items.refetch(); void sheets.refetch(); }} /></div></>;
  if (!found.data || !items.data || !sheets.data) return <p className="cd-soft cd-pad">{words.loading}</p>;
  const { values, isDeleted } = found.data;
  // Without items there is nothing to answer yet; the first item does not take the person away from typing the second.
  opening.current ??= items.data.length === 0 ? 'items' : 'sheets';
  const tab = chosen ?? opening.current;
  const remove = () => api.surveys.remove.mutate({ id }).then(() => {
    notifications.show({ message: '만족도 조사를 삭제했습니다. Ctrl+Z로 되돌릴 수 있습니다.' });
    onClose();
  }, setFailure);
  return (
    <div className="cd-record">
      <Tabs value={tab} onChange={setTab} className="cd-tabs" keepMounted={false}>
        <RecordHeader
          kind={`만족도 조사 · ${values.year}년`} title={values.name} onClose={onClose}
          badges={<span className="cd-small">{scaleName(values.lowest, values.highest)}{isDeleted ? <span className="cd-late"> 삭제된 조사입니다. 실행 취소로 되살릴 수 있습니다.</span> : null}</span>}
          actions={isDeleted ? null : <ActionIcon variant="subtle" color="gray" aria-label="조사 삭제" title="조사 삭제" onClick={() => void remove()}><Trash2 size={16} aria-hidden /></ActionIcon>}
        />
        <Tabs.List>
          <Tabs.Tab value="sheets">응답 <Count>{sheets.data.total}</Count></Tabs.Tab>
          <Tabs.Tab value="items">문항 <Count>{items.data.length}</Count></Tabs.Tab>
          <Tabs.Tab value="fields">개요</Tabs.Tab>
          <Tabs.Tab value="history">이력</Tabs.Tab>
        </Tabs.List>
        {failure ? <div className="cd-pad"><FailureNotice error={failure} /></div> : null}
        <Tabs.Panel value="sheets"><Sheets survey={{ id, ...values }} items={items.data} sheets={sheets.data.sheets} total={sheets.data.total} onItems={() => setTab('items')} /></Tabs.Panel>
        <Tabs.Panel value="items"><Items survey={id} items={items.data} onSheets={() => setTab('sheets')} /></Tabs.Panel>
        <Tabs.Panel value="fields"><SurveyForm values={values} hasScores={items.data.some((item) => item.scores > 0)} draftKey={`survey:${id}`} onSave={(patch, was) => api.surveys.change.mutate({ id, patch, was })} /></Tabs.Panel>
        <Tabs.Panel value="history"><Section title="변경 기록"><RecordHistory type={survey} id={id} load={(one) => api.surveys.history.query({ id: one })} links={links} /></Section></Tabs.Panel>
      </Tabs>
    </div>
  );
};

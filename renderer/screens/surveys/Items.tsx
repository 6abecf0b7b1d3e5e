/** 문항: typed one after the other; a column pasted from Excel is one step. */
import { Button } from '@mantine/core';
import { useState, type ClipboardEvent } from 'react';
import type { SurveyItemLine } from '../../../db/surveys/api.ts';
import { surveyItem } from '../../../db/surveys/fields.ts';
import { api } from '../../api.ts';
import { Section } from '../../parts/layout/Section.tsx';
import type { LineColumn } from '../../parts/lines/line-types.ts';
import { LineTable } from '../../parts/lines/LineTable.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { pastedItems } from './pasted-sheets.ts';

const columns: LineColumn[] = [{ field: 'order_no', width: '5rem' }, { field: 'name', span: 2 }, { field: 'note', width: '14rem' }];

/** A first set, to be changed: what surveys of supported firms ask everywhere. */
const usual = ['전반적인 만족도', '지원 내용이 애로 해결에 도움이 된 정도', '담당 코디네이터의 전문성', '처리의 신속성', '절차의 간편성'];

export const Items = ({ survey, items, onSheets }: { survey: string; items: readonly SurveyItemLine[]; onSheets: () => void }) => {
  const [failure, setFailure] = useState<unknown>(null);
  const add = (names: string[]) => api.surveys.items.createMany.mutate({ survey, names }).then(() => setFailure(null), setFailure);
  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const names = pastedItems(event.clipboardData.getData('text/plain'));
    if (names.length < 2) return;
    event.preventDefault();
    void add(names);
  };
  const next = Math.max(0, ...items.map((item) => item.order_no)) + 1;
  return (
    <Section title="문항" count={items.length} actions={items.length > 0 ? <Button size="compact-sm" variant="default" onClick={onSheets}>응답 입력</Button> : null}>
      {items.length === 0 ? (
        <div className="cd-stack">
          <p>무엇을 물었는지 한 줄에 하나씩 적고 Enter를 누르세요. 엑셀에서 문항을 복사해 아래 칸에 붙여 넣어도 됩니다.</p>
          <div><Button size="compact-sm" variant="default" onClick={() => void add(usual)}>자주 쓰는 문항 {usual.length}개 넣기</Button></div>
        </div>
      ) : null}
      {failure ? <FailureNotice error={failure} /> : null}
      <div onPaste={paste}>
        <LineTable
          key={next} type={surveyItem} columns={columns} at="items" start={{ survey, order_no: next }} lines={items.map(({ id, order_no, name, note }) => ({ id, order_no, name, note }))}
          noteOf={(id) => { const count = items.find((item) => item.id === id)?.scores ?? 0; return count === 0 ? null : `점수 ${count.toLocaleString('ko-KR')}건이 들어 있습니다. 지우면 점수도 함께 지워집니다.`; }}
          onAdd={(values) => api.surveys.items.create.mutate({ values: { ...values, survey } })} onChange={(id, patch, was) => api.surveys.items.change.mutate({ id, patch, was })} onRemove={(id) => api.surveys.items.remove.mutate({ id })}
        />
      </div>
    </Section>
  );
};

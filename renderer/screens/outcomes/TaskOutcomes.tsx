/** 성과·사후 of a task: mid-checks, outputs, results by year, the R&D that followed. */
import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useSearch } from 'wouter';
import { followOn, midCheck, output } from '../../../db/outcomes/fields.ts';
import { api } from '../../api.ts';
import { personLink } from '../../links.ts';
import { Section } from '../../parts/layout/Section.tsx';
import { LineTable } from '../../parts/lines/LineTable.tsx';
import type { RowValues } from '../../parts/lines/use-row-draft.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { boxesNamed } from '../FieldFromAddress.tsx';
import { FirstNational } from './FirstNational.tsx';
import { YearGrid } from './YearGrid.tsx';
import '../../parts/layout/record.css';
import './outcomes.css';

const tables = ['mid_check', 'output', 'performance', 'follow_on', 'task', 'task_step', 'participant', 'organisation', 'person', 'period_rule', 'support_rule'];


/** Calls of one kind of line; what the boxes hold is checked by the declaration, here and at the door. */
type LineCalls<V> = {
  add: { mutate: (input: { task: string; values: V }) => Promise<unknown> };
  change: { mutate: (input: { id: string; patch: V; was: V }) => Promise<unknown> };
  remove: { mutate: (input: { id: string }) => Promise<unknown> };
};
const lineCalls = <V,>(calls: LineCalls<V>, task: string) => ({
  onAdd: (values: RowValues) => calls.add.mutate({ task, values: values as V }),
  onChange: (id: string, patch: RowValues, was: RowValues) => calls.change.mutate({ id, patch: patch as V, was: was as V }),
  onRemove: (id: string) => calls.remove.mutate({ id }),
});

export const TaskOutcomes = ({ task }: { task: string }) => {
  const [failure, setFailure] = useState<unknown>(null);
  const root = useRef<HTMLDivElement>(null);
  const wanted = new URLSearchParams(useSearch()).get('field');
  const query = useQuery({ queryKey: [...tables, 'outcomes', task], queryFn: () => api.outcomes.of.query({ id: task }) });
  const found = query.data;
  const isThere = found !== undefined;
  useEffect(() => {
    if (!isThere || !wanted || !root.current) return;
    // Without a year, the first one that waits.
    const box = wanted === 'performance' ? root.current.querySelector<HTMLElement>('[data-first] input') : boxesNamed(root.current, wanted)[0];
    box?.scrollIntoView({ block: 'center' });
    box?.focus();
  }, [isThere, wanted]);
  if (query.error) return <div className="cd-pad"><FailureNotice error={query.error} onRetry={() => void query.refetch()} /></div>;
  if (!found) return <p className="cd-soft cd-pad">{words.loading}</p>;
  const setNone = (value: boolean) => void api.outcomes.setNoOutputs.mutate({ id: task, value }).then(() => setFailure(null), setFailure);
  return (
    <div ref={root} className="cd-outcomes">
      <Section title="중간점검" count={found.midChecks.length}>
        <LineTable
          type={midCheck} at="mid_check" lines={found.midChecks} {...lineCalls(api.outcomes.midChecks, task)} links={{ checker: { source: personLink, name: 'checker_name' } }}
          columns={[{ field: 'on_date', width: '9.75rem' }, { field: 'checker', width: '9rem' }, { field: 'result', width: '7rem' }, { field: 'opinion', span: 3 }]}
        />
      </Section>
      <Section
        title="성과" count={found.outputs.length}
        actions={<Switch name="has_no_outputs" label="성과 없음 확인" checked={found.hasNoOutputs} disabled={found.outputs.length > 0 && !found.hasNoOutputs} onChange={(event) => setNone(event.currentTarget.checked)} />}
      >
        {failure ? <FailureNotice error={failure} /> : null}
        <LineTable
          type={output} at="outputs" lines={found.outputs} {...lineCalls(api.outcomes.outputs, task)}
          columns={[{ field: 'kind', width: '8.5rem' }, { field: 'title', span: 2 }, { field: 'number', width: '9rem' }, { field: 'on_date', width: '9.75rem' }, { field: 'amount', width: '9.5rem' }]}
        />
      </Section>
      <Section title="연도별 성과" actions={found.ended ? <span className="cd-small cd-soft cd-number">{found.ended.on} {found.ended.how === 'stopped' ? '중단' : '완료'} · 사후관리 {found.due.length}년</span> : <span className="cd-small cd-soft">완료한 뒤 사후관리 연도가 정해집니다.</span>}>
        <YearGrid task={task} found={found} />
      </Section>
      <Section title="후속 R&D" count={found.followOns.length}>
        <LineTable
          type={followOn} at="follow_on" lines={found.followOns} {...lineCalls(api.outcomes.followOns, task)}
          columns={[{ field: 'program', span: 2 }, { field: 'body', width: '22%' }, { field: 'year', width: '5rem' }, { field: 'amount', width: '9.5rem' }, { field: 'memo', width: '20%' }]}
        />
      </Section>
      <Section title="첫 국가R&D"><FirstNational task={task} found={found} /></Section>
    </div>
  );
};

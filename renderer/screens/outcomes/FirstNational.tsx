/** 첫 국가R&D: the answer, what the firm's own history says, and the firm's year that goes with it. */
import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { EarlierTask, OutcomesOfTask } from '../../../db/outcomes/api.ts';
import type { Cell } from '../../../db/kernel/field.ts';
import { task as taskType } from '../../../db/tasks/fields.ts';
import { api } from '../../api.ts';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { LinkedList } from '../../parts/layout/LinkedList.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';

type Found = Pick<OutcomesOfTask, 'answer' | 'firstNational'>;

const linked = (tasks: readonly EarlierTask[]) => tasks.map((one) => ({ id: one.id, to: `/tasks/${one.id}`, label: one.title, note: [one.task_no, one.organisation_name].filter(Boolean).join(' · '), side: `${one.decided_on} 선정` }));
const isAnswer = (value: Cell): value is 'yes' | 'no' | 'unknown' => value === 'yes' || value === 'no' || value === 'unknown';

const Judged = ({ found: { firstNational: check } }: { found: Found }) => {
  if (check.suggestion === null) return <p className="cd-soft">R&D 지원유형이 아니어서 살펴볼 것이 없습니다.</p>;
  if (check.suggestion === 'yes') return <p>이 기업이 주관한 앞선 R&D 과제가 없습니다. <strong>‘예’</strong>로 볼 수 있습니다.</p>;
  if (check.earlier.length > 0) return <><p>이 기업이 먼저 선정된 R&D 과제가 있습니다. <strong>‘아니오’</strong>입니다.</p><LinkedList rows={linked(check.earlier)} none="" /></>;
  return <p>{check.firm ? <Link href={`/organisations/${check.firm.id}`}>{check.firm.name}</Link> : '기업'}의 첫 국가R&D 연도가 {check.firm?.year}년입니다. <strong>‘아니오’</strong>입니다.</p>;
};

export const FirstNational = ({ task, found }: { task: string; found: Found }) => {
  const [fillsYear, setFillsYear] = useState(true);
  const [failure, setFailure] = useState<unknown>(null);
  const { answer, firstNational: check } = found;
  const offersYear = check.firm !== null && check.firm.year === null && check.year !== null && check.suggestion === 'yes';
  const set = (value: Cell) => {
    if (value !== null && !isAnswer(value)) return;
    api.outcomes.setFirstNational.mutate({ id: task, value, fillsYear: offersYear && fillsYear }).then(() => setFailure(null), setFailure);
  };
  return (
    <div className="cd-stack">
      <div className="cd-row-wrap cd-out-answer">
        <ChoiceField label={<span className="cd-only-spoken">첫 국가R&D</span>} name="first_national_rnd" choices={taskType.fields.first_national_rnd.choices ?? []} value={answer} onChange={set} />
        {check.suggestion !== null && check.suggestion !== answer ? <Button variant="default" onClick={() => set(check.suggestion)}>제안대로 ‘{check.suggestion === 'yes' ? '예' : '아니오'}’</Button> : null}
        {offersYear && answer !== 'yes' ? <Checkbox label={`기업 정보의 첫 국가R&D 연도에 ${check.year ?? ''}년도 적기`} checked={fillsYear} onChange={(event) => setFillsYear(event.currentTarget.checked)} /> : null}
        {offersYear && answer === 'yes' ? <Button variant="subtle" onClick={() => set('yes')}>기업 정보에 {check.year}년 적기</Button> : null}
      </div>
      <Judged found={found} />
      {check.joined.length > 0 ? <div><p className="cd-soft cd-small">참여기관으로 함께한 앞선 R&D 과제입니다. 첫 국가R&D인지 확인해 주세요.</p><LinkedList rows={linked(check.joined)} none="" /></div> : null}
      {failure ? <FailureNotice error={failure} /> : null}
    </div>
  );
};

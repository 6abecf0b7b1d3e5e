/** 소액과제 결정: the lead coordinator decides on a task without a committee. */
import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { task as taskType } from '../../../db/tasks/fields.ts';
import type { Cell } from '../../../db/kernel/field.ts';
import { api } from '../../api.ts';
import { leadCoordinatorLink, sessionLink } from '../../links.ts';
import { DateField, today } from '../../parts/form/DateField.tsx';
import { LinkPicker } from '../../parts/form/LinkPicker.tsx';
import { WonField } from '../../parts/form/WonField.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { refusalOf } from '../../refusal.ts';
import { withParticle } from '../../../db/korean/particle.ts';
import { stateName } from '../tasks/states.tsx';
import { wonWords } from './words.ts';

type Kind = 'selected' | 'rejected' | 'direct-done';
const kinds: readonly Kind[] = ['selected', 'rejected', 'direct-done'];

export const SmallDecision = ({ task, below }: { task: string; below: number | null }) => {
  const moves = useQuery({ queryKey: ['task', 'participant', 'task_step', 'moves', task], queryFn: () => api.tasks.moves.query({ id: task }) });
  const [kind, setKind] = useState<Kind | null>(null);
  const [person, setPerson] = useState<string | null>(null);
  const [on, setOn] = useState<Cell>(today());
  const [amount, setAmount] = useState<Cell>(null);
  const [conditions, setConditions] = useState('');
  const [opinion, setOpinion] = useState('');
  const [session, setSession] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  if (!moves.data) return null;
  const open = kinds.filter((one) => moves.data.some((move) => move.to === one));
  const [first] = open;
  if (first === undefined) return <Section title="수석코디네이터 결정"><p className="cd-soft">지금 상태에서는 정할 것이 없습니다. 발굴·접수에서는 현장해결로, 심의중에서는 선정·탈락으로 정합니다.</p></Section>;
  const chosen = kind !== null && open.includes(kind) ? kind : first;
  const problems = refusalOf(failure)?.details ?? [];
  const errorOf = (...fields: string[]) => { const found = problems.find((problem) => fields.includes(problem.field)); return found ? { error: found.message } : {}; };
  const decide = () => {
    setFailure(null);
    api.evaluations.decideSmall.mutate({
      task, person: person ?? '', decision: chosen, on: String(on ?? ''), opinion: opinion.trim(),
      amount: chosen === 'selected' && typeof amount === 'number' ? amount : null, conditions: chosen === 'selected' ? conditions.trim() || null : null, solvedSession: chosen === 'direct-done' ? session : null,
    }).catch(setFailure);
  };
  return (
    <Section title="수석코디네이터 결정">
      <p className="cd-small cd-soft">{below === null ? '이 기간에는 소액 경로가 없습니다. 심의 경로를 위원회로 바꿔 주세요.' : `${wonWords(below)} 미만은 수석코디네이터가 위원회 없이 정합니다.`}</p>
      {failure ? <FailureNotice error={failure} /> : null}
      <div className="cd-stack">
        <div><SegmentedControl aria-label="결정" value={chosen} onChange={(value) => setKind(open.find((one) => one === value) ?? null)} data={open.map((one) => ({ value: one, label: stateName(one) }))} /></div>
        <div className="cd-form-grid">
          <LinkPicker {...leadCoordinatorLink} name="committee" label={taskType.fields.decided_by.ko} value={person} onChange={setPerson} {...errorOf('person', 'committee')} />
          <DateField label={chosen === 'direct-done' ? taskType.fields.completed_on.ko : taskType.fields.decided_on.ko} value={on} onChange={setOn} {...errorOf('on', 'decided_on', 'completed_on')} />
          {chosen === 'selected' ? <WonField label={taskType.fields.granted.ko} value={amount} onChange={setAmount} {...errorOf('amount', 'granted')} /> : null}
          {chosen === 'direct-done' ? <LinkPicker {...sessionLink} label={taskType.fields.solved_session.ko} value={session} onChange={setSession} {...errorOf('solved_session')} /> : null}
          {chosen === 'selected' ? <div className="cd-wide"><TextInput label={taskType.fields.conditions.ko} description="없으면 ‘없음’이라고 씁니다." value={conditions} onChange={(event) => setConditions(event.currentTarget.value)} {...errorOf('conditions')} /></div> : null}
          <div className="cd-wide"><Textarea label="심의 의견" autosize minRows={3} maxRows={10} maxLength={2000} value={opinion} onChange={(event) => setOpinion(event.currentTarget.value)} {...errorOf('opinion', 'reason')} /></div>
        </div>
        <div><Button onClick={decide}>{withParticle(stateName(chosen), '으로/로')} 결정</Button></div>
      </div>
    </Section>
  );
};

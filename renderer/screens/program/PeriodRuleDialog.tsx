/** The office's rule of a period; what it leaves empty is as shipped. */
import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { labelOf } from '../../../db/kernel/field.ts';
import { formatWonLong } from '../../../db/korean/read-won.ts';
import type { PeriodRule } from '../../../db/program/api.ts';
import { periodRule } from '../../../db/program/fields.ts';
import { reviewRoutes, taskStates } from '../../../db/reference/choices/task.ts';
import { programYearOf } from '../../../db/reference/program-years.ts';
import { requirements } from '../../../db/tasks/choices.ts';
import { api } from '../../api.ts';
import { FieldInput } from '../../parts/form/FieldInput.tsx';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { RecordHistory } from '../../parts/history/RecordHistory.tsx';
import { FieldGroup } from '../../parts/layout/FieldGroup.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { CodeBoxes } from './CodeBoxes.tsx';

const levels = ['route_level', 'cap_level', 'share_level', 'joint_level', 'member_level'] as const;
const states = [{ title: null, choices: taskStates }];
const routes = [{ title: null, choices: reviewRoutes }];
/** Requirements under the state they belong to, in the order of the states. */
const required = taskStates.flatMap((state) => {
  const own = requirements.filter((one) => one.state === state.code);
  return own.length === 0 ? [] : [{ title: state.ko, choices: own.map((one) => ({ code: one.key, ko: one.ko })) }];
});

const won = (amount: number | null): string => (amount === null ? '기본: 없음' : `기본: ${formatWonLong(amount)}`);

const Fields = ({ shipped }: { shipped: PeriodRule }) => (
  <>
    <FieldGroup title="이름과 기간">
      <div className="cd-wide"><FieldInput name="name" autoFocus placeholder="22차년도 지사 규칙" /></div>
      <FieldInput name="valid_from" /><FieldInput name="valid_until" />
    </FieldGroup>
    <FieldGroup title="금액과 참여">
      <FieldInput name="small_task_below" placeholder={won(shipped.small_task_below)} help="이 금액 미만은 수석코디네이터가 정합니다. 0이면 소액 경로가 없습니다." />
      <FieldInput name="min_task" placeholder={won(shipped.min_task)} help="0이면 최소 금액이 없습니다." />
      <FieldInput name="joint_min" placeholder={shipped.joint_min === null ? '기본: 없음' : `기본: ${shipped.joint_min}곳`} help="유형에 공동 조건이 없을 때 씁니다. 0이면 없습니다." />
    </FieldGroup>
    <FieldGroup title="규칙을 어기면">
      {levels.map((name) => <FieldInput key={name} name={name} help={`기본: ${labelOf(periodRule.fields[name], shipped[name])}`} />)}
    </FieldGroup>
    <FieldGroup title="사후관리와 번호">
      <FieldInput name="follow_up_years" placeholder={`기본: ${shipped.follow_up_years}년`} /><FieldInput name="item_change_percent" placeholder={`기본: ${shipped.item_change_percent}%`} />
      <FieldInput name="task_number_pattern" placeholder={shipped.task_number_pattern} help="쓸 수 있는 자리: {차년도} {차년도2} {연도} {연도2} {거점} {유형} {일련4}" />
    </FieldGroup>
    <CodeBoxes name="states_off" label="쓰지 않는 상태" help="고른 상태로는 과제를 옮길 수 없습니다." groups={states} />
    <CodeBoxes name="routes_off" label="쓰지 않는 심의 경로" help="고른 경로는 심의 경로로 쓸 수 없습니다." groups={routes} />
    <CodeBoxes name="required_off" label="필수에서 뺀 항목" help="그 상태로 옮길 때 비어 있어도 됩니다." groups={required} />
    <FieldGroup title="근거">
      <div className="cd-wide"><FieldInput name="source" placeholder="공고 제2026-12호" /></div>
      <div className="cd-wide"><FieldInput name="note" /></div>
    </FieldGroup>
  </>
);

export const PeriodRuleDialog = ({ id, shipped, day, onClose }: { id: string | null; shipped: PeriodRule; day: string; onClose: () => void }) => {
  const [failure, setFailure] = useState<unknown>(null);
  const [past, setPast] = useState(false);
  const found = useQuery({ queryKey: ['period_rule', id], enabled: id !== null, queryFn: () => api.program.period.get.query({ id: id ?? '' }) });
  // A rule of another period is shown against what is shipped for its own days.
  const from = found.data?.values.valid_from ?? null;
  const own = useQuery({ queryKey: ['support_rule', 'period_rule', 'rules', from], enabled: from !== null && from !== day, queryFn: () => api.program.rules.query({ day: from ?? day }) });
  const failed = failure ?? found.error ?? own.error;
  const year = programYearOf(day);
  return (
    <Modal className="cd-rule-dialog" opened onClose={onClose} size={820} title={id === null ? '지사의 기간 규칙 만들기' : '지사의 기간 규칙'} closeButtonProps={{ 'aria-label': words.close }}>
      {failed ? <FailureNotice error={failed} /> : null}
      <p className="cd-soft cd-rule-hint">비워 둔 칸은 기본 규칙을 씁니다.</p>
      {id === null ? (
        <RecordForm
          type={periodRule} values={{ valid_from: year?.startOn ?? day, valid_until: year?.endOn ?? null, name: year === null ? null : `${year.number}차년도 지사 규칙` }}
          isNew quick draftKey="period_rule:new" saveLabel="지사 규칙 만들기" onSaved={onClose} onCancel={onClose} onSave={(values) => api.program.period.create.mutate({ values })}
        >
          <Fields shipped={shipped} />
        </RecordForm>
      ) : !found.data ? <p className="cd-soft">{words.loading}</p> : (
        <>
          <RecordForm type={periodRule} values={found.data.values} quick draftKey={`period_rule:${id}`} onSaved={onClose} onSave={(patch, was) => api.program.period.change.mutate({ id, patch, was })}>
            <Fields shipped={own.data?.shippedPeriod ?? shipped} />
          </RecordForm>
          <div className="cd-row-wrap cd-rule-foot">
            <Button variant="default" onClick={() => setPast(!past)} aria-expanded={past}>변경 기록</Button>
            <Button variant="subtle" color="danger" onClick={() => { api.program.period.remove.mutate({ id }).then(onClose, setFailure); }}>지사 규칙 삭제</Button>
          </div>
          {past ? <RecordHistory type={periodRule} id={id} load={(one) => api.program.period.history.query({ id: one })} /> : null}
        </>
      )}
    </Modal>
  );
};

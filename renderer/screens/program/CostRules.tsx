/** 정산 규칙: what a meeting's cost is checked for; one opens as a form that makes or changes the office's own rule. */
import { Button, Modal, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { CostRule } from '../../../db/meetings/api.ts';
import { labelOf, type Cell } from '../../../db/kernel/field.ts';
import { costRule } from '../../../db/meetings/fields.ts';
import { api } from '../../api.ts';
import { today } from '../../parts/form/DateField.tsx';
import { FieldInput } from '../../parts/form/FieldInput.tsx';
import type { FormValues } from '../../parts/form/form-context.ts';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { RecordHistory } from '../../parts/history/RecordHistory.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { RuleOrigin } from './RuleOrigin.tsx';

/** What the number of a rule means, by what it checks. */
const amountWords: Readonly<Record<string, string>> = {
  'outside-attendee': '외부 참석자 수(명)', 'prior-approval': '승인 없이 쓸 수 있는 합계(원)', 'per-head': '1인당 한도(원)', 'minutes-length': '회의록 글자 수(빈칸 빼고)', 'same-day': '하루에 쓸 수 있는 횟수',
};
const units: Readonly<Record<string, string>> = { 'outside-attendee': '명 이상', 'prior-approval': '원 넘으면', 'per-head': '원 이하', 'minutes-length': '자 이상', 'same-day': '번까지' };

const limitWords = (rule: CostRule): string => (rule.amount === null ? '–' : `${rule.amount.toLocaleString('ko-KR')}${units[rule.checks] ?? ''}`);

const Fields = () => {
  const { control } = useFormContext<FormValues>();
  const checks = useWatch({ control, name: 'checks' });
  return (
    <div className="cd-form-grid">
      <div className="cd-wide"><FieldInput name="name" autoFocus /></div>
      <FieldInput name="fund" /><FieldInput name="checks" /><FieldInput name="item" help="비우면 모든 항목입니다." />
      <FieldInput name="amount" label={amountWords[String(checks)] ?? '기준'} /><FieldInput name="level" />
      <FieldInput name="valid_from" /><FieldInput name="valid_until" />
      <div className="cd-wide"><FieldInput name="is_off" /></div>
      <div className="cd-wide"><FieldInput name="source" placeholder="2026년 사업비 집행기준 제12조" /></div>
    </div>
  );
};

/** A new rule of the office starts from the one that holds now; it replaces the rule for the same fund, check and item. */
const firstValues = (rule: CostRule | null, day: string): Record<string, Cell> => (rule === null ? { fund: 'national', checks: 'per-head', level: 'block', valid_from: day }
  : { name: rule.name, fund: rule.fund, checks: rule.checks, item: rule.item, amount: rule.amount, level: rule.level, valid_from: day });

const CostRuleDialog = ({ rule, day, onClose }: { rule: CostRule | null; day: string; onClose: () => void }) => {
  const [failure, setFailure] = useState<unknown>(null);
  const id = rule?.id ?? null;
  const found = useQuery({ queryKey: ['cost_rule', id], enabled: id !== null, queryFn: () => api.meetings.costs.rules.get.query({ id: id ?? '' }) });
  const failed = failure ?? found.error;
  return (
    <Modal className="cd-rule-dialog" opened onClose={onClose} size={720} title={rule === null ? '정산 규칙 더하기' : rule.name} closeButtonProps={{ 'aria-label': words.close }}>
      {failed ? <FailureNotice error={failed} /> : null}
      {rule !== null && id === null ? <p className="cd-soft cd-rule-hint">예시로 넣어 둔 규칙입니다. 지사 규칙을 만들면 같은 재원·확인·항목에는 지사 규칙을 씁니다.{rule.source ? <><br />근거: {rule.source}</> : null}</p> : null}
      {id === null ? (
        <RecordForm type={costRule} values={firstValues(rule, day)} isNew quick draftKey={`cost_rule:new:${rule?.name ?? ''}`} saveLabel="지사 규칙 만들기" onSaved={onClose} onCancel={onClose} onSave={(values) => api.meetings.costs.rules.create.mutate({ values })}>
          <Fields />
        </RecordForm>
      ) : !found.data ? <p className="cd-soft">{words.loading}</p> : (
        <>
          <RecordForm type={costRule} values={found.data.values} quick draftKey={`cost_rule:${id}`} onSaved={onClose} onSave={(patch, was) => api.meetings.costs.rules.change.mutate({ id, patch, was })}><Fields /></RecordForm>
          <div className="cd-row-wrap cd-rule-foot"><Button variant="subtle" color="danger" onClick={() => { api.meetings.costs.rules.remove.mutate({ id }).then(onClose, setFailure); }}>지사 규칙 삭제</Button></div>
          <RecordHistory type={costRule} id={id} load={(one) => api.meetings.costs.rules.history.query({ id: one })} />
        </>
      )}
    </Modal>
  );
};

export const CostRules = () => {
  const day = today();
  const [open, setOpen] = useState<CostRule | 'new' | null>(null);
  const found = useQuery({ queryKey: ['cost_rule', 'on', day], queryFn: () => api.meetings.costs.rules.on.query({ day }) });
  return (
    <Section title="회의 비용 정산 규칙" {...(found.data ? { count: found.data.length } : {})} actions={<Button size="compact-sm" variant="default" onClick={() => setOpen('new')}>규칙 더하기</Button>}>
      <p className="cd-soft">회의의 비용을 이 규칙으로 점검합니다. ‘기본’은 예시이므로 지사의 집행기준에 맞게 고쳐 쓰세요.</p>
      {found.error ? <FailureNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {!found.data ? <p className="cd-soft">{words.loading}</p> : (
        <div className="cd-rule-table">
          <Table verticalSpacing={4} aria-label="회의 비용 정산 규칙">
            <Table.Thead><Table.Tr><Table.Th>규칙</Table.Th><Table.Th>재원</Table.Th><Table.Th>확인</Table.Th><Table.Th>항목</Table.Th><Table.Th>기준</Table.Th><Table.Th>위반 처리</Table.Th><Table.Th>구분</Table.Th><Table.Th>적용 기간과 근거</Table.Th></Table.Tr></Table.Thead>
            <Table.Tbody>
              {found.data.map((rule) => (
                <Table.Tr key={`${rule.fund} ${rule.checks} ${rule.item ?? ''}`} data-off={rule.is_off || undefined}>
                  <Table.Td><button type="button" className="cd-link" onClick={() => setOpen(rule)}>{rule.name}</button>{rule.is_off ? <span className="cd-soft"> (쓰지 않음)</span> : null}</Table.Td>
                  <Table.Td className="cd-nowrap">{labelOf(costRule.fields.fund, rule.fund)}</Table.Td>
                  <Table.Td className="cd-nowrap">{labelOf(costRule.fields.checks, rule.checks)}</Table.Td>
                  <Table.Td className="cd-nowrap">{rule.item === null ? '모두' : labelOf(costRule.fields.item, rule.item)}</Table.Td>
                  <Table.Td className="cd-number cd-nowrap">{limitWords(rule)}</Table.Td>
                  <Table.Td className="cd-nowrap">{labelOf(costRule.fields.level, rule.level)}</Table.Td>
                  <Table.Td className="cd-nowrap"><RuleOrigin own={rule.id !== null} /></Table.Td>
                  <Table.Td className="cd-number cd-small">{rule.valid_from} ~ {rule.valid_until ?? ''}<br /><span className="cd-rule-source" title={rule.source ?? undefined}>{rule.source ?? '–'}</span></Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {open === null ? null : <CostRuleDialog rule={open === 'new' ? null : open} day={day} onClose={() => setOpen(null)} />}
    </Section>
  );
};

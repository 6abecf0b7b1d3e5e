/** The office's rule for one support type: made from the rule that holds now, changed, or taken away. */
import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import type { Cell } from '../../../db/kernel/field.ts';
import type { SupportRule } from '../../../db/program/api.ts';
import { supportRule } from '../../../db/program/fields.ts';
import { programYearOf } from '../../../db/reference/program-years.ts';
import { api } from '../../api.ts';
import { FieldInput } from '../../parts/form/FieldInput.tsx';
import type { FormValues } from '../../parts/form/form-context.ts';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { RecordHistory } from '../../parts/history/RecordHistory.tsx';
import { FieldGroup } from '../../parts/layout/FieldGroup.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';

/** A new rule starts from the one that holds, for the program year of the day. */
const firstValues = (rule: SupportRule | null, day: string): Record<string, Cell> => {
  const year = programYearOf(day);
  const span = { valid_from: year?.startOn ?? day, valid_until: year?.endOn ?? null };
  if (rule === null) return { is_money: 1, ...span };
  const same = Object.fromEntries(Object.keys(supportRule.fields).map((name) => [name, (rule as Readonly<Record<string, unknown>>)[name]]).filter((entry): entry is [string, Cell] => ['string', 'number'].includes(typeof entry[1])));
  return { ...same, ...span, is_money: rule.is_money ? 1 : 0, source: null, note: null };
};

/** A type of the office goes by its name. */
const Name = ({ isNewType }: { isNewType: boolean }) => {
  const { setValue } = useFormContext<FormValues>();
  return <FieldInput name="name" autoFocus={isNewType} {...(isNewType ? { onValue: (value: Cell) => setValue('code', typeof value === 'string' ? value.trim().slice(0, 60) : null) } : {})} />;
};

const Fields = ({ isNewType }: { isNewType: boolean }) => (
  <>
    <FieldGroup title="유형과 기간">
      <div className="cd-wide"><Name isNewType={isNewType} /></div>
      <FieldInput name="valid_from" />
      <FieldInput name="valid_until" />
      <div className="cd-wide cd-rule-flags"><FieldInput name="is_money" /><FieldInput name="is_off" label="이 기간에 쓰지 않음" help="과제에서 고를 수 없게 됩니다." /></div>
    </FieldGroup>
    <FieldGroup title="한도와 기간">
      <FieldInput name="cap" /><FieldInput name="cap_rule" /><FieldInput name="cap_per" /><FieldInput name="max_months" />
    </FieldGroup>
    <FieldGroup title="정부 비율과 현금 비율">
      <FieldInput name="share_sme" /><FieldInput name="share_mid" /><FieldInput name="share_large" /><FieldInput name="share_rule" />
      <FieldInput name="cash_sme" help="" /><FieldInput name="cash_mid" /><FieldInput name="cash_large" />
      <p className="cd-wide cd-soft cd-small cd-rule-hint">정부 비율은 총사업비에서 국비와 지방비가 차지하는 몫, 현금 비율은 민간 부담금에서 현금의 최소 몫입니다.</p>
    </FieldGroup>
    <FieldGroup title="공동 조건과 근거">
      <FieldInput name="joint_min" help="주관기업도 셉니다." /><FieldInput name="joint_of" />
      <div className="cd-wide"><FieldInput name="source" placeholder="공고 제2026-12호" /></div>
      <div className="cd-wide"><FieldInput name="note" /></div>
    </FieldGroup>
  </>
);

export const SupportRuleDialog = ({ rule, day, onClose }: { rule: SupportRule | null; day: string; onClose: () => void }) => {
  const [failure, setFailure] = useState<unknown>(null);
  const [past, setPast] = useState(false);
  const id = rule?.id ?? null;
  const found = useQuery({ queryKey: ['support_rule', id], enabled: id !== null, queryFn: () => api.program.support.get.query({ id: id ?? '' }) });
  const failed = failure ?? found.error;
  return (
    <Modal className="cd-rule-dialog" opened onClose={onClose} size={780} title={rule === null ? '지원유형 더하기' : `${rule.name} 규칙`} closeButtonProps={{ 'aria-label': words.close }}>
      {failed ? <FailureNotice error={failed} /> : null}
      {rule !== null && id === null ? (
        <p className="cd-soft cd-rule-hint">
          기본 규칙입니다. 아래 기간에 쓸 지사 규칙을 만듭니다. 값을 비우면 그 기간에는 그 한도를 보지 않습니다.
          {rule.source ? <><br />근거: {rule.source}{rule.note ? ` (${rule.note})` : ''}</> : null}
        </p>
      ) : null}
      {id === null ? (
        <RecordForm
          type={supportRule} values={firstValues(rule, day)} isNew quick draftKey={`support_rule:new:${rule?.code ?? ''}`} saveLabel="지사 규칙 만들기" onSaved={onClose} onCancel={onClose}
          onSave={(values) => api.program.support.create.mutate({ values })}
        >
          <Fields isNewType={rule === null} />
        </RecordForm>
      ) : !found.data ? <p className="cd-soft">{words.loading}</p> : (
        <>
          <RecordForm type={supportRule} values={found.data.values} quick draftKey={`support_rule:${id}`} onSaved={onClose} onSave={(patch, was) => api.program.support.change.mutate({ id, patch, was })}>
            <Fields isNewType={false} />
          </RecordForm>
          <div className="cd-row-wrap cd-rule-foot">
            <Button variant="default" onClick={() => setPast(!past)} aria-expanded={past}>변경 기록</Button>
            <Button variant="subtle" color="danger" onClick={() => { api.program.support.remove.mutate({ id }).then(onClose, setFailure); }}>지사 규칙 삭제</Button>
          </div>
          {past ? <RecordHistory type={supportRule} id={id} load={(one) => api.program.support.history.query({ id: one })} /> : null}
        </>
      )}
    </Modal>
  );
};

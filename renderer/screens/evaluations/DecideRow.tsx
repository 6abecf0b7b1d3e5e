/** One task in the dialog of decisions: what is decided, how much, under which conditions or why. */
import { Select, Table, TextInput } from '@mantine/core';
import { committeeTask } from '../../../db/evaluations/fields.ts';
import type { SheetTask } from '../../../db/evaluations/api.ts';
import type { Cell } from '../../../db/kernel/field.ts';
import { WonField } from '../../parts/form/WonField.tsx';
import type { Common } from './CommonWords.tsx';
import { wonText } from './words.ts';

export type Draft = { decision: string | null; amount: Cell; conditions: string; reason: string };

export type DecideRowProps = {
  task: SheetTask;
  draft: Draft;
  /** Won granted down to this rank; null when the task is not selected. */
  sum: number | null;
  isOver: boolean;
  common: Common;
  problems: readonly { message: string }[];
  onChange: (patch: Partial<Draft>) => void;
};

const decisions = (committeeTask.fields.decision.choices ?? []).map((one) => ({ value: one.code, label: one.ko }));
const spoken = (text: string) => <span className="cd-only-spoken">{text}</span>;

export const DecideRow = ({ task, draft, sum, isOver, common, problems, onChange }: DecideRowProps) => {
  const isSelected = draft.decision === 'selected';
  return (
    <>
      <Table.Tr data-refused={problems.length > 0 || undefined}>
        <Table.Td className="cd-number">{task.rank ?? '−'}</Table.Td>
        <Table.Td><span className="cd-ev-line" title={task.title}>{task.title}</span><span className="cd-small cd-soft cd-ev-line">{task.lead_name} · 신청 {wonText(task.requested)}</span></Table.Td>
        <Table.Td className="cd-number cd-ev-figure"><strong>{task.mean ?? '−'}</strong></Table.Td>
        <Table.Td className="cd-ev-choice"><Select aria-label={`${task.title} 결정`} placeholder="고르기" data={decisions} value={draft.decision} clearable onChange={(decision) => onChange({ decision })} /></Table.Td>
        <Table.Td className="cd-ev-amount">
          {isSelected ? <><WonField label={spoken(`${task.title} 선정 금액`)} value={draft.amount} onChange={(amount) => onChange({ amount })} /><span className={isOver ? 'cd-small cd-number cd-late' : 'cd-small cd-number cd-soft'}>누계 {wonText(sum)}</span></> : null}
        </Table.Td>
        <Table.Td className="cd-ev-why">
          {draft.decision === null ? null : isSelected
            ? <TextInput aria-label={`${task.title} 선정 조건`} placeholder={common.conditions || '조건. 없으면 ‘없음’'} value={draft.conditions} onChange={(event) => onChange({ conditions: event.currentTarget.value })} />
            : <TextInput aria-label={`${task.title} 사유`} placeholder={draft.decision === 'postponed' ? '까닭 (비워도 됩니다)' : common.reason || '사유'} value={draft.reason} onChange={(event) => onChange({ reason: event.currentTarget.value })} />}
        </Table.Td>
      </Table.Tr>
      {problems.length > 0 ? <Table.Tr data-refused><Table.Td /><Table.Td colSpan={5} className="cd-small cd-error">{problems.map((problem) => problem.message.replace(`${task.title}: `, '')).join(' ')}</Table.Td></Table.Tr> : null}
    </>
  );
};

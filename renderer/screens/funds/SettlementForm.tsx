/** 정산: what was settled, what came back, the licence fee, and what a stopped task returned. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { TaskMoney } from '../../../db/funds/api.ts';
import { formatNumber } from '../../../db/korean/parse-number.ts';
import { task } from '../../../db/tasks/fields.ts';
import { DateField } from '../../parts/form/DateField.tsx';
import { WonField } from '../../parts/form/WonField.tsx';
import { sentenceOf } from '../../refusal.ts';
import type { SaveMoney } from './SplitTable.tsx';
import { useRowDraft } from '../../parts/lines/use-row-draft.ts';

const amounts = ['settled_amount', 'unused_returned', 'royalty', 'returned'] as const;

export const SettlementForm = ({ money, onSave }: { money: TaskMoney; onSave: SaveMoney }) => {
  const { settled_on, settled_amount, unused_returned, royalty, returned } = money.task;
  const draft = useRowDraft(task, { settled_on, settled_amount, unused_returned, royalty, returned }, onSave);
  const [failure, setFailure] = useState<unknown>(null);
  const { settlement } = money;
  const wrong = draft.failure ?? failure;
  const fill = settlement.fill;
  return (
    <>
      <div className="cd-form-grid">
        <DateField label={task.fields.settled_on.ko} name="settled_on" value={draft.value('settled_on')} error={draft.problem('settled_on') ?? undefined} onChange={(value) => draft.change('settled_on', value)} />
        {amounts.map((name) => (
          <WonField key={name} label={task.fields[name].ko} name={name} value={draft.value(name)} error={draft.problem(name) ?? undefined} onChange={(value) => draft.change(name, value)} />
        ))}
      </div>
      {wrong ? <p role="alert" className="cd-error">{sentenceOf(wrong)} <Button variant="default" size="compact-xs" onClick={() => { draft.revert(); setFailure(null); }}>되돌리기</Button></p> : null}
      <div className="cd-row-wrap">
        <span className="cd-soft cd-small">교부한 국비 {formatNumber(settlement.paid)}원 · 집행한 국비 {formatNumber(settlement.spent)}원{settlement.paid > 0 && (settled_amount !== null || unused_returned !== null) ? ` · 차액 ${formatNumber(settlement.difference)}원` : ''}</span>
        {fill ? (
          <Button variant="default" size="compact-sm" onClick={() => { setFailure(null); onSave(fill, { settled_amount, unused_returned }).catch(setFailure); }}>
            정산 {formatNumber(fill.settled_amount)} · 반납 {formatNumber(fill.unused_returned)}으로 채우기
          </Button>
        ) : null}
      </div>
    </>
  );
};

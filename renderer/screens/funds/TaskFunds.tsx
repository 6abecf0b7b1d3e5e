/** Money of a task: split, budget by cost item, payments, spending, settlement. Each change is saved where it is typed. */
import { useQuery } from '@tanstack/react-query';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useSearch } from 'wouter';
import type { TaskMoney } from '../../../db/funds/api.ts';
import { payment, spending } from '../../../db/funds/fields.ts';
import { writeWon } from '../../../db/korean/read-won.ts';
import { api } from '../../api.ts';
import { today } from '../../parts/form/DateField.tsx';
import { WonUnitSwitch } from '../../parts/form/WonField.tsx';
import { useWonUnit } from '../../parts/form/won-unit.ts';
import { Section } from '../../parts/layout/Section.tsx';
import type { LineColumn } from '../../parts/lines/line-types.ts';
import { LineTable } from '../../parts/lines/LineTable.tsx';
import { enter } from '../../parts/lines/next-box.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { ItemBudgets } from './ItemBudgets.tsx';
import { SettlementForm } from './SettlementForm.tsx';
import { SplitTable, type SaveMoney } from './SplitTable.tsx';
import './funds.css';

const paymentColumns: LineColumn[] = [{ field: 'paid_on', width: '9.75rem' }, { field: 'fund', width: '7.25rem' }, { field: 'amount', width: '11rem' }, { field: 'memo', span: 3 }];
const spendingColumns = (money: TaskMoney): LineColumn[] => [
  { field: 'spent_on', width: '9.75rem' }, { field: 'item', width: '10rem', choices: money.items.map((line) => ({ code: line.item, ko: line.label, en: line.item })) },
  { field: 'amount', width: '11rem' }, { field: 'fund', width: '7.25rem' }, { field: 'evidence', span: 2 },
];

const Sums = ({ money }: { money: TaskMoney }) => {
  const [unit] = useWonUnit();
  const parts = [['총사업비', writeWon(money.total, unit)], ['교부', writeWon(money.paid, unit)], ['집행', writeWon(money.spent, unit)], ['잔액', writeWon(money.left, unit)], ['집행률', money.rate === null ? '-' : `${money.rate}%`]] as const;
  return <dl className="cd-funds-sums">{parts.map(([name, text]) => <div key={name}><dt>{name}</dt><dd className="cd-number">{text}</dd></div>)}</dl>;
};

const Foot = ({ sum }: { sum: number }) => {
  const [unit] = useWonUnit();
  return <tr><th scope="row" colSpan={2}>계</th><td>{writeWon(sum, unit)}</td></tr>;
};

const Notices = ({ money }: { money: TaskMoney }) => (money.notices.length === 0 ? null : (
  <ul className="cd-funds-notices">
    {money.notices.map((one) => (
      <li key={`${one.code} ${one.field}`} data-level={one.level}>
        {one.level === 'block' ? <CircleAlert size={15} aria-hidden /> : <TriangleAlert size={15} aria-hidden />}{one.message}
      </li>
    ))}
  </ul>
));

/** Puts the cursor into the box the address names (`?tab=funds&field=fund_national`), once it is there. */
const useNamedField = (isThere: boolean) => {
  const frame = useRef<HTMLDivElement>(null);
  const asked = new URLSearchParams(useSearch()).get('field');
  useEffect(() => {
    if (!isThere || asked === null) return;
    const name = asked === 'payment' ? 'payments' : asked;
    enter([...(frame.current?.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(name)}"]`) ?? [])].at(-1) ?? null);
  }, [isThere, asked]);
  return frame;
};

export const TaskFunds = ({ task }: { task: string }) => {
  const found = useQuery({ queryKey: ['task', 'payment', 'spending', 'task_budget', 'support_rule', 'period_rule', 'funds', task], queryFn: () => api.funds.ofTask.query({ id: task }) });
  const frame = useNamedField(found.data !== undefined);
  if (found.isError) return <div className="cd-pad"><FailureNotice error={found.error} onRetry={() => void found.refetch()} /></div>;
  const money = found.data;
  if (!money) return <p className="cd-soft cd-pad">{words.loading}</p>;
  const save: SaveMoney = (patch, was) => api.funds.change.mutate({ id: task, patch, was });
  const told = (id: string): string | null => money.notices.find((one) => one.field === id)?.message ?? null;
  return (
    <div ref={frame}>
      <Section title="사업비 구성" actions={<WonUnitSwitch />}>
        <Sums money={money} />
        <Notices money={money} />
        <SplitTable money={money} onSave={save} />
      </Section>
      <Section title="비목 예산"><ItemBudgets money={money} onSet={(item, amount) => api.funds.setBudgets.mutate({ task, budgets: [{ item, amount }] })} /></Section>
      <Section title="교부" count={money.payments.length}>
        <LineTable
          type={payment} columns={paymentColumns} at="payments" lines={money.payments} noteOf={told} start={{ paid_on: today(), fund: 'national' }} kept={['paid_on', 'fund']} foot={<Foot sum={money.paid} />}
          onAdd={(values) => api.funds.payments.create.mutate({ task, values })} onChange={(id, patch, was) => api.funds.payments.change.mutate({ id, patch, was })} onRemove={(id) => api.funds.payments.remove.mutate({ id })}
        />
      </Section>
      <Section title="집행" count={money.spendings.length}>
        <LineTable
          type={spending} columns={spendingColumns(money)} at="spending" lines={money.spendings} noteOf={told} start={{ spent_on: today(), fund: 'national' }} kept={['spent_on', 'item', 'fund']} foot={<Foot sum={money.spent} />}
          onAdd={(values) => api.funds.spending.create.mutate({ task, values })} onChange={(id, patch, was) => api.funds.spending.change.mutate({ id, patch, was })} onRemove={(id) => api.funds.spending.remove.mutate({ id })}
        />
      </Section>
      <Section title="정산·기술료"><SettlementForm money={money} onSave={save} /></Section>
    </div>
  );
};

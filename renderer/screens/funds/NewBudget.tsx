/** The line in which the budget of an office for a support type is added; Enter in the amount adds it. */
import { Autocomplete, Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ExecutionTable } from '../../../db/funds/api.ts';
import { officeBudget } from '../../../db/funds/fields.ts';
import type { Cell } from '../../../db/kernel/field.ts';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { WonField } from '../../parts/form/WonField.tsx';
import { isComposing } from '../../parts/keys/shortcut.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';

const { fields } = officeBudget;

export type NewBudgetProps = { table: ExecutionTable; onAdd: (values: { office: string; support_type: string; amount: number }) => Promise<unknown> };

export const NewBudget = ({ table, onAdd }: NewBudgetProps) => {
  const [office, setOffice] = useState('');
  const [type, setType] = useState<Cell>(null);
  const [amount, setAmount] = useState<Cell>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const latest = useRef<Cell>(null);
  const form = useRef<HTMLDivElement>(null);
  const add = async (): Promise<void> => {
    const sum = latest.current;
    if (office.trim() === '' || typeof type !== 'string' || typeof sum !== 'number') {
      form.current?.querySelectorAll('input')[office.trim() === '' ? 0 : typeof type !== 'string' ? 1 : 2]?.focus();
      return;
    }
    setFailure(null);
    try {
      await onAdd({ office: office.trim(), support_type: type, amount: sum });
      setType(null);
      setAmount(null);
      latest.current = null;
      form.current?.querySelectorAll('input')[1]?.focus();
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <div className="cd-execution-new" ref={form}>
      <Autocomplete label={fields.office.ko} data={table.offices} value={office} onChange={setOffice} w="9rem" maxDropdownHeight={220} />
      <div className="cd-execution-type"><ChoiceField label={fields.support_type.ko} choices={table.types.map((one) => ({ ...one, en: one.code }))} value={type} onChange={setType} /></div>
      <div onKeyDown={(event) => { if (event.key === 'Enter' && !isComposing(event.nativeEvent)) { event.preventDefault(); setTimeout(() => void add(), 0); } }}>
        <WonField label={`${table.year ?? ''}차 ${fields.amount.ko}`} value={amount} onChange={(value) => { latest.current = value; setAmount(value); }} />
      </div>
      <Button variant="default" onClick={() => void add()}>예산 더하기</Button>
      {failure ? <FailureNotice error={failure} /> : null}
    </div>
  );
};

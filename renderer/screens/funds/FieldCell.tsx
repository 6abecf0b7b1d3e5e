/** The box of one declared field inside a table; its label is spoken, the heading of the column is seen. */
import type { Choice } from '../../../db/kernel/choice.ts';
import type { AnyRecord, Cell } from '../../../db/kernel/field.ts';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { DateField } from '../../parts/form/DateField.tsx';
import { TypedField } from '../../parts/form/TypedField.tsx';
import { WonField } from '../../parts/form/WonField.tsx';

export type FieldCellProps = {
  type: AnyRecord;
  name: string;
  value: Cell;
  onChange: (value: Cell) => void;
  /** Said before the label: which row it is. */
  row?: string;
  error?: string | null;
  choices?: readonly Choice[] | undefined;
  placeholder?: string | undefined;
};

const readText = (text: string): Cell => text.normalize('NFC');
const writeText = (value: Cell): string => String(value ?? '');

export const FieldCell = ({ type, name, value, onChange, row, error, choices, placeholder }: FieldCellProps) => {
  const field = type.fields[name];
  if (!field) throw new Error(`${type.table} has no field ${name}`);
  const shared = { label: <span className="cd-only-spoken">{row ? `${row} ` : ''}{field.ko}</span>, name, value, onChange, error: error ?? undefined };
  const offered = choices ?? field.choices;
  if (offered) return <ChoiceField {...shared} choices={offered} required={field.required} {...(field.show ? { show: field.show } : {})} />;
  if (field.kind === 'date') return <DateField {...shared} />;
  if (field.kind === 'won') return <WonField {...shared} placeholder={placeholder ?? ''} />;
  return <TypedField {...shared} read={readText} write={writeText} placeholder={placeholder ?? ''} />;
};

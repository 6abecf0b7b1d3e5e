/** The box of one declared field in a row: no label above, the column names it; the same reading of dates, sums and numbers as in a form. */
import type { AnyRecord, Cell } from '../../../db/kernel/field.ts';
import { formatNumber, parseInteger } from '../../../db/korean/parse-number.ts';
import { parseWon } from '../../../db/korean/parse-won.ts';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { DateField } from '../../parts/form/DateField.tsx';
import { LinkPicker, type LinkSource } from '../../parts/form/LinkPicker.tsx';
import { TypedField } from '../../parts/form/TypedField.tsx';

export type CellBoxProps = {
  type: AnyRecord;
  field: string;
  /** What a screen reader says. */
  spoken: string;
  value: Cell;
  onChange: (value: Cell) => void;
  link?: LinkSource;
  /** Name of the linked record, when it is at hand. */
  linkName?: string;
  /** By which an address finds this box: `?field=<at>`. */
  at?: string;
};

const asText = (value: Cell): string => (value === null ? '' : String(value));
/** Years are written without separators. */
const writeInteger = (isYear: boolean) => (value: Cell): string => (typeof value === 'number' ? (isYear ? String(value) : formatNumber(value)) : asText(value));
const writeWon = (value: Cell): string => (typeof value === 'number' ? formatNumber(value) : asText(value));

export const CellBox = ({ type, field, spoken, value, onChange, link, linkName, at }: CellBoxProps) => {
  const declared = type.fields[field];
  const label = <span className="cd-only-spoken">{spoken}</span>;
  const named = at === undefined ? {} : { name: at };
  if (!declared) return null;
  switch (declared.kind) {
    case 'date': return <DateField label={label} value={value} onChange={onChange} {...named} />;
    case 'choice': return <ChoiceField label={label} choices={declared.choices ?? []} value={value} required={declared.required} onChange={onChange} {...named} />;
    case 'link': return link ? <LinkPicker {...link} label={label} value={value === null ? null : String(value)} valueLabel={linkName ?? null} onChange={(id) => onChange(id)} {...named} /> : null;
    case 'won': return <TypedField label={label} value={value} read={(text) => parseWon(text)} write={writeWon} onChange={onChange} inputMode="text" {...named} />;
    case 'int': return <TypedField label={label} value={value} read={parseInteger} write={writeInteger(field === 'year')} onChange={onChange} inputMode="numeric" {...named} />;
    default: return <TypedField label={label} value={value} read={(text) => text} write={asText} onChange={onChange} {...named} />;
  }
};

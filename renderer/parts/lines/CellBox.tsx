/** The box of one declared field in a row: the heading of the column is seen, the label is spoken; dates, sums and numbers are read as in a form. */
import type { Choice } from '../../../db/kernel/choice.ts';
import type { AnyRecord, Cell } from '../../../db/kernel/field.ts';
import { formatNumber, parseInteger } from '../../../db/korean/parse-number.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { DateField } from '../form/DateField.tsx';
import { LinkPicker, type LinkSource } from '../form/LinkPicker.tsx';
import { TypedField } from '../form/TypedField.tsx';
import { WonField } from '../form/WonField.tsx';

export type CellBoxProps = {
  type: AnyRecord;
  field: string;
  /** What a screen reader says. */
  spoken: string;
  value: Cell;
  onChange: (value: Cell) => void;
  error?: string | null;
  /** Instead of those of the declaration: codes of a text field, say those of one task. */
  choices?: readonly Choice[] | undefined;
  placeholder?: string;
  /** Where a link finds its records. */
  link?: LinkSource | undefined;
  /** Name of the linked record, when it is at hand. */
  linkName?: string | null;
  /** By which an address finds this box: `?field=<name>`. */
  name?: string | undefined;
};

const readText = (text: string): Cell => text.normalize('NFC');
const writeText = (value: Cell): string => String(value ?? '');
/** Years are written without separators. */
const writeInteger = (isYear: boolean) => (value: Cell): string => (typeof value === 'number' && !isYear ? formatNumber(value) : writeText(value));

export const CellBox = ({ type, field, spoken, value, onChange, error, choices, placeholder = '', link, linkName, name }: CellBoxProps) => {
  const declared = type.fields[field];
  if (!declared) throw new Error(`${type.table} has no field ${field}`);
  const shared = { label: <span className="cd-only-spoken">{spoken}</span>, value, onChange, error: error ?? undefined, ...(name === undefined ? {} : { name }) };
  const offered = choices ?? declared.choices;
  if (offered) return <ChoiceField {...shared} choices={offered} required={declared.required} {...(declared.show ? { show: declared.show } : {})} />;
  switch (declared.kind) {
    case 'date': return <DateField {...shared} />;
    case 'won': return <WonField {...shared} placeholder={placeholder} />;
    case 'int': return <TypedField {...shared} read={parseInteger} write={writeInteger(field === 'year')} inputMode="numeric" placeholder={placeholder} />;
    case 'link': return link ? <LinkPicker {...link} {...shared} value={value === null ? null : String(value)} valueLabel={linkName ?? null} onChange={(id) => onChange(id)} /> : null;
    default: return <TypedField {...shared} read={readText} write={writeText} placeholder={placeholder} />;
  }
};

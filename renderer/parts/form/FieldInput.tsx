/** The right control for one field of the record around it; label, unit, help and rules come from its declaration. */
import { Checkbox, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import type { Choice } from '../../../db/kernel/choice.ts';
import type { Cell, Field } from '../../../db/kernel/field.ts';
import { formatNumber, parseDecimal, parseInteger } from '../../../db/korean/parse-number.ts';
import { parseTime } from '../../../db/korean/parse-time.ts';
import { ChoiceField, ChoicesField } from './ChoiceField.tsx';
import { DateField } from './DateField.tsx';
import { useRecordForm, type FormValues } from './form-context.ts';
import { LinkPicker } from './LinkPicker.tsx';
import { TypedField } from './TypedField.tsx';
import { WonField } from './WonField.tsx';

/** Label above the field; required is said in a word. */
export const FieldLabel = ({ ko, required, unit }: { ko: string; required: boolean; unit?: string | undefined }) => (
  <>
    {ko}{unit ? <span className="cd-soft"> ({unit})</span> : null}{required ? <span className="cd-required">필수</span> : null}
  </>
);

export type FieldInputProps = {
  name: string;
  /** Instead of the label of the declaration. */
  label?: string;
  help?: string;
  autoFocus?: boolean;
  /** Codes to choose from, of a text that holds one: those of a year, say. A code that is not among them stays and is shown. */
  choices?: readonly Choice[];
  /** Label of the record a link points to, when the caller has it. */
  valueLabel?: string | null;
  placeholder?: string;
  disabled?: boolean;
  /** Called with the value the user gave it: a page may work out another field from it. */
  onValue?: (value: Cell) => void;
};

const writeNumber = (value: Cell): string => (typeof value === 'number' ? formatNumber(value) : String(value ?? ''));
const writeText = (value: Cell): string => String(value ?? '');
/** Years are written without separators. */
const isYear = (name: string): boolean => name === 'year' || name.endsWith('_year');

type TypedKind = 'int' | 'decimal' | 'time';
const typed: Record<TypedKind, { read: (text: string) => Cell; write: (value: Cell) => string; placeholder?: string; inputMode?: 'numeric' | 'decimal' | 'text' }> = {
  int: { read: parseInteger, write: writeNumber },
  decimal: { read: (text) => { const number = parseDecimal(text); return number === null ? null : String(number); }, write: writeText },
  time: { read: parseTime, write: writeText, placeholder: '930, 14:30' },
};

const isTyped = (kind: Field['kind']): kind is TypedKind => kind in typed;

export const FieldInput = ({ name, label: ownLabel, help, autoFocus = false, choices, valueLabel, placeholder, disabled = false, onValue }: FieldInputProps) => {
  const { type, links, readOnly } = useRecordForm();
  const { register, control, getFieldState, formState } = useFormContext<FormValues>();
  const field = type.fields[name];
  if (!field) throw new Error(`${type.table} has no field ${name}`);
  const error: ReactNode = getFieldState(name, formState).error?.message;
  const off = disabled || readOnly;
  const shared = {
    label: <FieldLabel ko={ownLabel ?? field.ko} required={field.required} unit={isTyped(field.kind) || field.kind === 'won' ? undefined : field.unit} />,
    description: help ?? field.help,
    error,
    disabled: off,
    required: field.required,
  };

  if (!choices && (field.kind === 'text' || field.kind === 'long')) {
    const { required, ...input } = shared;
    const bound = { ...input, 'aria-required': required || undefined, placeholder, autoComplete: 'off', 'data-autofocus': autoFocus || undefined,
      ...register(name, { onChange: (event: { target: { value: string } }) => onValue?.(event.target.value) }) };
    return field.kind === 'text' ? <TextInput {...bound} /> : <Textarea {...bound} autosize minRows={3} maxRows={16} />;
  }

  return (
    <Controller
      name={name} control={control}
      render={({ field: bound }) => {
        const change = (value: Cell) => { bound.onChange(value); onValue?.(value); };
        const common = { ...shared, name, value: bound.value ?? null, onChange: change, onBlur: bound.onBlur, inputRef: bound.ref };
        if (isTyped(field.kind)) return <TypedField {...common} {...typed[field.kind]} {...(isYear(name) ? { write: writeText } : {})} {...(placeholder ? { placeholder } : {})} unit={field.unit} />;
        if (field.kind === 'won') return <WonField {...common} {...(placeholder ? { placeholder } : {})} />;
        if (field.kind === 'date') return <DateField {...common} />;
        if (choices || field.kind === 'choice') return <ChoiceField {...common} choices={choices ?? field.choices ?? []} {...(field.show ? { show: field.show } : {})} />;
        if (field.kind === 'choices') return <ChoicesField {...common} choices={field.choices ?? []} />;
        if (field.kind === 'flag') {
          return <Checkbox className="cd-flag" ref={bound.ref} name={name} label={ownLabel ?? field.ko} description={shared.description} error={error} disabled={off} checked={bound.value === 1} onBlur={bound.onBlur} onChange={(event) => change(event.currentTarget.checked ? 1 : 0)} />;
        }
        const source = links[name] ?? links[field.to ?? ''];
        if (!source) throw new Error(`no link source for ${type.table}.${name}`);
        return <LinkPicker {...source} {...common} value={typeof bound.value === 'string' && bound.value !== '' ? bound.value : null} autoFocus={autoFocus} {...(valueLabel === undefined ? {} : { valueLabel })} {...(placeholder ? { placeholder } : {})} />;
      }}
    />
  );
};

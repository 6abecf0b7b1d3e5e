/** One or several codes of a field: type part of the word or its initial consonants. */
import { MultiSelect, Select, type ComboboxItem, type OptionsFilter } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Choice } from '../../../db/kernel/choice.ts';
import type { Cell } from '../../../db/kernel/field.ts';
import { choseong, isChoseongQuery } from '../../../db/korean/names.ts';
import { isComposing } from '../keys/shortcut.ts';

/** True when `label` holds the text, or its initial consonants do. */
export const matchesTyped = (label: string, text: string): boolean => {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return true;
  return label.toLowerCase().includes(wanted) || (isChoseongQuery(wanted) && choseong(label).replace(/\s/g, '').includes(wanted.replace(/\s/g, '')));
};

const filter: OptionsFilter = ({ options, search }) => options.filter((option): option is ComboboxItem => 'value' in option && matchesTyped(option.label, search));

export type ChoiceFieldProps = {
  label: ReactNode;
  choices: readonly Choice[];
  value: Cell;
  onChange: (value: Cell) => void;
  onBlur?: () => void;
  error?: ReactNode;
  description?: ReactNode;
  disabled?: boolean;
  required?: boolean;
  inputRef?: (element: HTMLInputElement | null) => void;
  name?: string;
  /** How a code that is not among the choices is written. */
  show?: (code: string) => string;
};

/** A code this version does not know is still shown, as itself. */
const itemsOf = (choices: readonly Choice[], codes: readonly string[], show = (code: string): string => code): ComboboxItem[] => [
  ...choices.map((choice) => ({ value: choice.code, label: choice.ko })),
  ...codes.filter((code) => !choices.some((choice) => choice.code === code)).map((code) => ({ value: code, label: show(code) })),
];

/**
 * An Enter faster than the list: the list marks its first word a moment after it is drawn, and before that Enter would choose nothing
 * and go on. It takes the first word that fits, as the list is about to.
 */
const takingEarlyEnter = (choices: readonly Choice[], taken: string, take: (code: string) => void) => ({
  onKeyDownCapture: (event: KeyboardEvent<HTMLDivElement>) => {
    const { target } = event;
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || isComposing(event.nativeEvent) || !(target instanceof HTMLInputElement)) return;
    const typed = target.value.trim();
    if (typed === '' || typed === taken || target.getAttribute('aria-activedescendant')) return;
    const option = document.getElementById(target.getAttribute('aria-controls') ?? '')?.querySelector<HTMLElement>('[role=option]');
    const first = choices.find((choice) => matchesTyped(choice.ko, typed));
    if (!option && !first) return;
    event.preventDefault();
    event.stopPropagation();
    if (option) option.click();
    else if (first) take(first.code);
  },
});

const shared = { filter, searchable: true, selectFirstOptionOnChange: true, nothingFoundMessage: '맞는 것이 없습니다.', maxDropdownHeight: 280 } as const;

export const ChoiceField = ({ choices, value, onChange, inputRef, required, onBlur, show, ...rest }: ChoiceFieldProps) => {
  const code = value === null || value === '' ? null : String(value);
  return (
    <Select
      {...shared} {...rest} ref={inputRef} aria-required={required || undefined} data={itemsOf(choices, code ? [code] : [], show)}
      value={code} clearable={!required} allowDeselect={false} placeholder="고르기" onBlur={onBlur}
      clearButtonProps={{ 'aria-label': '고른 것 지우기' }}
      onChange={(next) => onChange(next)} wrapperProps={takingEarlyEnter(choices, choices.find((choice) => choice.code === code)?.ko ?? '', onChange)}
    />
  );
};

export const ChoicesField = ({ choices, value, onChange, inputRef, required, onBlur, show, ...rest }: ChoiceFieldProps) => {
  const codes = value === null || value === '' ? [] : String(value).split(',');
  return (
    <MultiSelect
      {...shared} {...rest} ref={inputRef} aria-required={required || undefined} data={itemsOf(choices, codes, show)} value={codes} onBlur={onBlur}
      placeholder={codes.length === 0 ? '여러 개 고르기' : ''} wrapperProps={takingEarlyEnter(choices.filter((choice) => !codes.includes(choice.code)), '', (code) => onChange([...codes, code].join(',')))}
      onChange={(next) => onChange(next.length === 0 ? null : choices.map((choice) => choice.code).concat(codes).filter((code, index, all) => next.includes(code) && all.indexOf(code) === index).join(','))}
    />
  );
};

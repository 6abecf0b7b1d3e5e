/**
 * A text box for a value that is typed freely and read when it is left: amounts, times, numbers.
 * What cannot be read stays as typed, so that it can be repaired.
 */
import { TextInput } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import type { Cell } from '../../../db/kernel/field.ts';
import { isComposing } from '../keys/shortcut.ts';

export type TypedFieldProps = {
  label: ReactNode;
  value: Cell;
  /** The value, or the typed text when it could not be read; null when empty. */
  onChange: (value: Cell) => void;
  onBlur?: () => void;
  /** Reads typed text; null when it cannot. */
  read: (text: string) => Cell;
  /** Writes a value for people. */
  write: (value: Cell) => string;
  error?: ReactNode;
  description?: ReactNode;
  placeholder?: string;
  unit?: string | undefined;
  disabled?: boolean;
  required?: boolean;
  rightSection?: ReactNode;
  inputRef?: (element: HTMLInputElement | null) => void;
  name?: string;
  inputMode?: 'numeric' | 'decimal' | 'text';
  onKeyDown?: (event: React.KeyboardEvent<HTMLInputElement>) => void;
  /** What stands in the box while it is being typed; null when it has been read. */
  onTyping?: (text: string | null) => void;
};

export const TypedField = ({ label, value, onChange, onBlur, read, write, unit, rightSection, inputRef, required, onKeyDown, onTyping, ...input }: TypedFieldProps) => {
  const [typed, keepTyped] = useState<string | null>(null);
  const setTyped = (text: string | null) => { keepTyped(text); onTyping?.(text); };
  // Only a new value empties the box of what was typed.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => setTyped(null), [value]);
  const settle = () => {
    if (typed === null) return;
    const text = typed.trim();
    setTyped(null);
    onChange(text === '' ? null : read(text) ?? text);
  };
  return (
    <TextInput
      {...input}
      label={label} ref={inputRef} aria-required={required || undefined} autoComplete="off"
      value={typed ?? (value === null ? '' : write(value))}
      rightSection={rightSection ?? (unit ? <span className="cd-small cd-soft">{unit}</span> : undefined)}
      rightSectionPointerEvents={rightSection ? 'auto' : 'none'}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => { settle(); onBlur?.(); }}
      onKeyDown={(event) => {
        if ((event.key === 'Enter' || (event.ctrlKey && event.code === 'KeyS')) && !isComposing(event.nativeEvent)) settle();
        onKeyDown?.(event);
      }}
    />
  );
};

/**
 * Text that recurs, put in where the cursor stands: `/` at the beginning of a line or after a space, or Alt+P, opens the list;
 * typing narrows it, Enter puts the text in. Wraps one box of long text.
 */
import { Popover, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { isComposing } from '../keys/shortcut.ts';
import { matchesTyped } from './ChoiceField.tsx';
import './phrase-menu.css';

export type Phrase = { id: string; title: string; body: string };

export type PhraseMenuProps = {
  /** What is offered; asked each time the list opens. */
  load: () => Promise<readonly Phrase[]>;
  /** Keeps the selected text, or all of the box, under a name. */
  onKeep?: (title: string, body: string) => Promise<unknown>;
  disabled?: boolean;
  /** The box. */
  children: ReactNode;
};

/** `phrases` is null while they are on their way: the list is there at once, so that no letter lands in the box behind it. */
type Open = { phrases: readonly Phrase[] | null; bySlash: boolean };

/** Writes into a box as typing would, so that a form around it learns of it and Ctrl+Z of the browser takes it back. */
const typeInto = (box: HTMLTextAreaElement, text: string): void => {
  box.focus();
  // The standard replacement does not exist; every engine still carries this one, and it alone keeps the undo of the box.
  if (document.execCommand('insertText', false, text)) return;
  box.setRangeText(text, box.selectionStart, box.selectionEnd, 'end');
  box.dispatchEvent(new Event('input', { bubbles: true }));
};

export const PhraseMenu = ({ load, onKeep, disabled = false, children }: PhraseMenuProps) => {
  const frame = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<Open | null>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const box = (): HTMLTextAreaElement | null => frame.current?.querySelector('textarea:not([aria-hidden])') ?? null;
  const shown = (open?.phrases ?? []).filter((one) => matchesTyped(`${one.title} ${one.body}`, typed));
  const wanted = typed.trim();
  const body = (): string => { const area = box(); return area ? (area.value.slice(area.selectionStart, area.selectionEnd) || area.value).trim() : ''; };
  const mayKeep = onKeep !== undefined && wanted !== '' && body() !== '';

  const begin = (bySlash: boolean) => {
    setTyped('');
    setAt(0);
    setOpen({ phrases: null, bySlash });
    const arrive = (phrases: readonly Phrase[]) => setOpen((before) => (before ? { ...before, phrases } : before));
    load().then(arrive, () => arrive([]));
  };
  const close = (text = '') => {
    setOpen(null);
    const area = box();
    if (area) setTimeout(() => { if (text === '') area.focus(); else typeInto(area, text); }, 0);
  };
  // Enter pressed before the list is there takes the first of it.
  const enterWaits = useRef(false);
  const first = shown[0]?.body;
  const isThere = open !== null && open.phrases !== null;
  const takeFirst = useRef<() => void>(() => undefined);
  takeFirst.current = () => { if (first !== undefined) close(first); };
  useEffect(() => {
    if (isThere && enterWaits.current) takeFirst.current();
    enterWaits.current = false;
  }, [isThere]);
  const keep = () => { const text = body(); if (onKeep) onKeep(wanted, text).then(() => close(), () => undefined); };

  const inBox = (event: KeyboardEvent<HTMLDivElement>) => {
    const area = event.target;
    if (disabled || !(area instanceof HTMLTextAreaElement) || isComposing(event.nativeEvent)) return;
    const before = area.value[area.selectionStart - 1];
    const bySlash = event.key === '/' && !event.ctrlKey && !event.altKey && (before === undefined || /\s/.test(before));
    if (!bySlash && !(event.altKey && event.code === 'KeyP')) return;
    event.preventDefault();
    event.stopPropagation();
    begin(bySlash);
  };
  const inList = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    if (isComposing(event.nativeEvent)) return;
    const last = shown.length - (mayKeep ? 0 : 1);
    const chosen = shown[at];
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, last));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter') { if (!isThere) enterWaits.current = true; else if (chosen) close(chosen.body); else if (mayKeep) keep(); }
    else if (event.key === 'Tab') close();
    // A slash was meant, after all.
    else if (event.key === 'Escape') close(open?.bySlash ? `/${typed}` : '');
    else return;
    event.preventDefault();
  };

  return (
    <Popover withRoles={false} opened={open !== null} onChange={(isOpen) => { if (!isOpen) setOpen(null); }} position="bottom-start" width="target" trapFocus={false} returnFocus={false} withinPortal>
      <Popover.Target><div ref={frame} onKeyDownCapture={inBox}>{children}</div></Popover.Target>
      <Popover.Dropdown className="cd-phrases">
        <TextInput
          aria-label="상용구 찾기" placeholder="상용구 찾기" data-mantine-stop-propagation="true" autoComplete="off" autoFocus value={typed} role="combobox" aria-expanded aria-controls="cd-phrase-list" {...(at < shown.length + (mayKeep ? 1 : 0) ? { 'aria-activedescendant': `cd-phrase-${at}` } : {})}
          onChange={(event) => { setTyped(event.currentTarget.value); setAt(0); }} onKeyDown={inList}
        />
        <ul id="cd-phrase-list" role="listbox" aria-label="상용구">
          {shown.map((one, index) => (
            <li key={one.id} id={`cd-phrase-${index}`} role="option" aria-selected={index === at} onPointerDown={(event) => { event.preventDefault(); close(one.body); }}>
              <strong>{one.title}</strong> <span className="cd-soft">{one.body}</span>
            </li>
          ))}
          {mayKeep ? <li id={`cd-phrase-${shown.length}`} role="option" aria-selected={at === shown.length} onPointerDown={(event) => { event.preventDefault(); keep(); }}>적은 글을 상용구 ‘{wanted}’로 저장</li> : null}
        </ul>
        <p className="cd-small cd-soft">{open?.phrases === null ? '찾는 중입니다.' : shown.length === 0 && !mayKeep ? '상용구가 없습니다. 이름을 적으면 지금 적은 글을 상용구로 저장합니다.' : 'Enter 넣기 · Esc 닫기'}</p>
      </Popover.Dropdown>
    </Popover>
  );
};

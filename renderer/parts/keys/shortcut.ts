/**
 * Shortcuts by the place of the key (`event.code`), because in Hangul mode `event.key` of Ctrl+K is ㅏ.
 * Only combinations with Ctrl or Alt and the F keys exist: single letters would break typing (KWCAG 2.2, 문자 단축키).
 */
import { useEffect, useRef } from 'react';

/** `Ctrl+Shift+KeyZ`, `Alt+Digit1`, `F1`: modifiers in this order, then `event.code`. On a Mac, Cmd counts as Ctrl. */
export type Shortcut = string;

/** True while an input method still holds a half-made syllable: nothing may submit or move then. */
export const isComposing = (event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean => event.isComposing || event.keyCode === 229;

/** The combination a key press stands for. */
export const shortcutOf = (event: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'code'>): Shortcut =>
  `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.code.replace('NumpadEnter', 'Enter')}`;

/** How a combination is written for people: `Ctrl+Shift+Z`. */
export const nameOfShortcut = (shortcut: Shortcut): string => shortcut.replace(/Key(?=[A-Z]$)|Digit(?=\d$)/, '');

/** A text field with an undo of its own. A grid cell that waits for typing is not one yet. */
export const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement
  && !(target instanceof HTMLInputElement && (target.dataset['ready'] !== undefined || ['checkbox', 'radio', 'button'].includes(target.type)))
  && (target.isContentEditable || target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement);

export type ShortcutOptions = {
  enabled?: boolean;
  /** Leave the key to a text field that has the focus. */
  notInText?: boolean;
};

/** Runs `action` when the combination is pressed anywhere in the window. */
export const useShortcut = (shortcut: Shortcut | readonly Shortcut[], action: (event: KeyboardEvent) => void, { enabled = true, notInText = false }: ShortcutOptions = {}): void => {
  const latest = useRef(action);
  useEffect(() => {
    latest.current = action;
  });
  const wanted = typeof shortcut === 'string' ? shortcut : shortcut.join(' ');
  useEffect(() => {
    if (!enabled) return undefined;
    const all = wanted.split(' ');
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event) || !all.includes(shortcutOf(event))) return;
      if (notInText && isTextField(event.target)) return;
      event.preventDefault();
      latest.current(event);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [enabled, notInText, wanted]);
};

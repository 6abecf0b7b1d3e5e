/** Whether the one box (Ctrl+K) is open; opened from anywhere in the page. */
import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let isOpen = false;

const set = (next: boolean): void => {
  if (isOpen === next) return;
  isOpen = next;
  for (const listener of listeners) listener();
};

export const commandSearch = { open: (): void => set(true), close: (): void => set(false), toggle: (): void => set(!isOpen) };

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useCommandSearch = (): boolean => useSyncExternalStore(subscribe, () => isOpen);

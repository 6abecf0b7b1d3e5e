/** 글자 크기: 100 to 150 %. Everything in rem follows; the grid is told, because its row height is a number. */
import { useEffect, useSyncExternalStore } from 'react';
import { isNumber, usePreference } from './preferences.tsx';

export const letterSizes = [1, 1.1, 1.25, 1.5] as const;

const listeners = new Set<() => void>();
let current = 1;

/** Sets the letter size of the whole page; 1 is 100 %. */
export const setLetterSize = (size: number): void => {
  current = Math.min(1.5, Math.max(1, size));
  document.documentElement.style.setProperty('--cd-scale', String(current));
  for (const listener of listeners) listener();
};

export const useLetterSize = (): number =>
  useSyncExternalStore((changed) => { listeners.add(changed); return () => listeners.delete(changed); }, () => current);

/** The remembered letter size and how to change it; applied while the component is there. */
export const useLetterSizePreference = (): [number, (size: number) => void] => {
  const [size, setSize] = usePreference('letter-size', 1, isNumber);
  useEffect(() => setLetterSize(size), [size]);
  return [size, setSize];
};

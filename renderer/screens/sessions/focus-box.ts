/** Puts the cursor into the box of a field of the open session. */
import { boxesNamed } from '../FieldFromAddress.tsx';

export const focusBox = (name: string): void => {
  const record = document.querySelector('.cd-session');
  const [named] = record ? boxesNamed(record, name) : [];
  const box = named && !(named instanceof HTMLInputElement || named instanceof HTMLTextAreaElement) ? named.querySelector<HTMLElement>('input, textarea') : named;
  box?.scrollIntoView({ block: 'center' });
  box?.focus();
};

/** `?field=<name>`: puts the cursor into that box of the open record, once the record is there. */
import { useEffect, useRef } from 'react';
import { useSearch } from 'wouter';

/** A record is read and drawn within this time, in ms; after that the address is forgotten. */
const patience = 5000;
const step = 60;

/** The box a person sees: a list of choices carries its name in a hidden one behind it. */
const visible = (named: HTMLElement): HTMLElement | null =>
  (named instanceof HTMLInputElement && named.type === 'hidden' ? named.previousElementSibling?.querySelector<HTMLElement>('input') ?? null : named);

/** Boxes that carry a name, those a folded or hidden part holds left out. */
export const boxesNamed = (root: Element, name: string): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>(`[name="${CSS.escape(name)}"], [data-field="${CSS.escape(name)}"]`)].flatMap((one) => visible(one) ?? []).filter((one) => one.offsetParent !== null);

export const FieldFromAddress = () => {
  const mark = useRef<HTMLSpanElement>(null);
  const field = new URLSearchParams(useSearch()).get('field');
  useEffect(() => {
    if (field === null) return undefined;
    const until = Date.now() + patience;
    const look = (): void => {
      const [box] = mark.current?.parentElement ? boxesNamed(mark.current.parentElement, field) : [];
      if (!box) {
        if (Date.now() < until) timer = setTimeout(look, step);
        return;
      }
      box.scrollIntoView({ block: 'center' });
      box.focus();
    };
    let timer = setTimeout(look, 0);
    // Whoever has gone on by hand is not called back.
    const stop = (): void => clearTimeout(timer);
    addEventListener('keydown', stop, true);
    addEventListener('pointerdown', stop, true);
    return () => {
      stop();
      removeEventListener('keydown', stop, true);
      removeEventListener('pointerdown', stop, true);
    };
  }, [field]);
  return <span ref={mark} hidden />;
};

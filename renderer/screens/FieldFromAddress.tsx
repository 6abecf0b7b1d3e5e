/** `?field=<name>`: puts the cursor into that box of the open record, once the record is there. */
import { useEffect, useRef } from 'react';
import { useSearch } from 'wouter';

/** A record is read and drawn within this time, in ms; after that the address is forgotten. */
const patience = 5000;
const step = 60;

export const FieldFromAddress = () => {
  const mark = useRef<HTMLSpanElement>(null);
  const field = new URLSearchParams(useSearch()).get('field');
  useEffect(() => {
    if (field === null) return undefined;
    const until = Date.now() + patience;
    const look = (): void => {
      const box = [...(mark.current?.parentElement?.querySelectorAll<HTMLElement>(`[name="${CSS.escape(field)}"], [data-field="${CSS.escape(field)}"]`) ?? [])].find((one) => one.offsetParent !== null);
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

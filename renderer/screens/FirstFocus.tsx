import { useEffect, useRef } from 'react';

/** Stands after a form for something new: puts the cursor into its box marked `autoFocus`. */
export const FirstFocus = () => {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => mark.current?.parentElement?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), []);
  return <span ref={mark} hidden />;
};

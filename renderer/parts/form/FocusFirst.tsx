/** Puts the cursor into the box marked with `autoFocus` when a form appears, also one that was loaded late. */
import { useEffect, useRef, type ReactNode } from 'react';

export const FocusFirst = ({ className, children }: { className?: string; children: ReactNode }) => {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // After the focus trap of a dialog has had its turn.
    const timer = setTimeout(() => frame.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), 30);
    return () => clearTimeout(timer);
  }, []);
  return <div ref={frame} className={className}>{children}</div>;
};

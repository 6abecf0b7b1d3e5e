/**
 * A list and, beside it, the record opened from it. The width is remembered under `name`; Esc closes.
 * The record never gets narrower than 24rem: at 1366 px with the rail open it has about half of the room.
 */
import { useCallback, useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { isNumber, usePreference } from '../preferences.tsx';

export type SplitViewProps = {
  /** Where the width is remembered: `split.<name>`. */
  name: string;
  list: ReactNode;
  /** The open record, or null. */
  record: ReactNode;
  onClose: () => void;
  /** Share of the record, 0.25 to 0.75, before anybody moved the divider. */
  share?: number;
};

const clamp = (share: number): number => Math.min(0.75, Math.max(0.25, share));

/** Esc belongs to whatever is open above the record: a list, a menu, a cell being edited. */
const isTakenElsewhere = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('[role="dialog"], [role="listbox"], [aria-expanded="true"], [data-expanded="true"], [data-editing]') !== null;

export const SplitView = ({ name, list, record, onClose, share: initial = 0.45 }: SplitViewProps) => {
  const [share, setShare] = usePreference(`split.${name}`, initial, isNumber);
  const frame = useRef<HTMLDivElement>(null);
  const isOpen = record !== null && record !== undefined && record !== false;

  const drag = useCallback((event: PointerEvent<HTMLDivElement>) => {
    const box = frame.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    setShare(clamp((box.right - event.clientX) / box.width));
  }, [setShare]);

  const step = useCallback((event: KeyboardEvent<HTMLDivElement>) => {
    const by = event.key === 'ArrowLeft' ? 0.02 : event.key === 'ArrowRight' ? -0.02 : 0;
    if (by === 0) return;
    event.preventDefault();
    setShare(clamp(share + by));
  }, [setShare, share]);

  const closeOnEscape = (event: KeyboardEvent<HTMLDivElement>) => {
    if (!isOpen || event.key !== 'Escape' || event.nativeEvent.isComposing || event.defaultPrevented || isTakenElsewhere(event.target)) return;
    event.preventDefault();
    onClose();
    // The focus goes back to where the record was opened from.
    setTimeout(() => frame.current?.querySelector<HTMLElement>('.cd-split-list .ag-cell-focus .cd-cell-input, .cd-split-list .ag-cell-focus')?.focus(), 0);
  };

  return (
    <div className="cd-split" ref={frame} data-open={isOpen || undefined} onKeyDown={closeOnEscape}>
      <div className="cd-split-list">{list}</div>
      {isOpen ? (
        <>
          <div
            className="cd-split-bar" role="separator" aria-orientation="vertical" aria-label="목록과 기록의 너비" tabIndex={0}
            aria-valuenow={Math.round(share * 100)} aria-valuemin={25} aria-valuemax={75}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)} onPointerMove={drag} onKeyDown={step}
          />
          <div className="cd-split-record" style={{ flexBasis: `${share * 100}%` }}>
            {record}
          </div>
        </>
      ) : null}
    </div>
  );
};

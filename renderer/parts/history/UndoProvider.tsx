/**
 * Ctrl+Z and Ctrl+Shift+Z over everything the application wrote, wherever the focus is not in a text field with
 * an undo of its own. What was undone is said in a toast; when others changed the same fields since, both are shown.
 */
import { notifications } from '@mantine/notifications';
import { Button } from '@mantine/core';
import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { sentenceOf } from '../../refusal.ts';
import { useShortcut } from '../keys/shortcut.ts';
import { ConflictDialog, type ConflictLine } from './ConflictDialog.tsx';

/** `ask` stops at the first conflict, `keep` leaves the conflicting records as they are, `all` overwrites them too. */
export type UndoHow = 'ask' | 'keep' | 'all';

export type UndoAnswer =
  /** `action` is the new action by which this one can be taken back. */
  | { kind: 'done'; label: string; action?: string }
  | { kind: 'conflict'; message: string; lines: readonly ConflictLine[]; more: number }
  | { kind: 'nothing' };

/** The application's side of it. `action` names one action; without it the last one is meant. */
export type UndoSource = {
  undo: (how: UndoHow, action?: string) => Promise<UndoAnswer>;
  redo: (how: UndoHow, action?: string) => Promise<UndoAnswer>;
};

type Direction = 'undo' | 'redo';
export type UndoControls = { undo: (action?: string) => void; redo: (action?: string) => void };

const UndoContext = createContext<UndoControls>({ undo: () => undefined, redo: () => undefined });

export const useUndo = (): UndoControls => useContext(UndoContext);

const says: Record<Direction, { done: string; again: string; nothing: string }> = {
  undo: { done: '되돌렸습니다', again: '다시 실행', nothing: '되돌릴 것이 없습니다.' },
  redo: { done: '다시 실행했습니다', again: '실행 취소', nothing: '다시 실행할 것이 없습니다.' },
};

type Waiting = { direction: Direction; action: string | undefined; message: string; lines: readonly ConflictLine[]; more: number };

export const UndoProvider = ({ source, children }: { source: UndoSource; children: ReactNode }) => {
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const line = useRef<Promise<void>>(Promise.resolve());
  const latest = useRef<(direction: Direction, how: UndoHow, action?: string) => Promise<void>>(async () => undefined);

  const step = useCallback(async (direction: Direction, how: UndoHow, action?: string): Promise<void> => {
    try {
      const answer = await source[direction](how, action);
      if (answer.kind === 'conflict') setWaiting({ direction, action, message: answer.message, lines: answer.lines, more: answer.more });
      else if (answer.kind === 'nothing') notifications.show({ id: 'undo', message: says[direction].nothing });
      else {
        setWaiting(null);
        const opposite: Direction = direction === 'undo' ? 'redo' : 'undo';
        notifications.show({
          id: 'undo',
          message: (
            <div className="cd-toast">
              <span>{says[direction].done}: {answer.label}</span>
              <Button size="compact-xs" variant="default" onClick={() => { notifications.hide('undo'); void latest.current(opposite, 'ask', answer.action); }}>{says[direction].again}</Button>
            </div>
          ),
        });
      }
    } catch (error) {
      notifications.show({ id: 'undo', color: 'danger', title: '되돌리지 못했습니다', message: sentenceOf(error) });
    }
  }, [source]);
  // One at a time, in the order of the keys: three quick Ctrl+Z are three steps.
  const run = useCallback((direction: Direction, how: UndoHow, action?: string): Promise<void> => {
    line.current = line.current.then(() => step(direction, how, action));
    return line.current;
  }, [step]);
  latest.current = run;

  const controls = useMemo<UndoControls>(() => ({
    undo: (action) => void run('undo', 'ask', action),
    redo: (action) => void run('redo', 'ask', action),
  }), [run]);

  // A held key is one press, and an open question is answered first.
  const press = (then: () => void) => (event: KeyboardEvent) => { if (!event.repeat && waiting === null) then(); };
  useShortcut('Ctrl+KeyZ', press(() => controls.undo()), { notInText: true });
  useShortcut(['Ctrl+Shift+KeyZ', 'Ctrl+KeyY'], press(() => controls.redo()), { notInText: true });

  return (
    <UndoContext value={controls}>
      {children}
      <ConflictDialog
        opened={waiting !== null}
        message={waiting?.message ?? ''}
        lines={waiting?.lines ?? []}
        more={waiting?.more ?? 0}
        onClose={() => setWaiting(null)}
        onChoose={(how) => { if (waiting) void run(waiting.direction, how, waiting.action); }}
      />
    </UndoContext>
  );
};

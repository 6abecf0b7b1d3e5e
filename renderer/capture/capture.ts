/** Opens the quick capture from anywhere in the page. */
export type CaptureKind = 'session' | 'task' | 'action';

/** What is already known when it opens: the firm that is on the screen. */
export type CaptureStart = { kind: CaptureKind; organisation?: { id: string; label: string } };

type Listener = (start: CaptureStart) => void;
const listeners = new Set<Listener>();

export const capture = {
  open: (kind: CaptureKind = 'session', organisation?: { id: string; label: string }): void => {
    for (const listener of listeners) listener({ kind, ...(organisation ? { organisation } : {}) });
  },
  /** Returns what ends the listening. */
  onOpen: (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

/** Text that was typed but not saved: kept outside the page, so that a crash or a closed window loses at most a second. */
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { FormValues } from './form-context.ts';

export type Drafts = {
  get: (key: string) => Promise<FormValues | null>;
  /** `label` says what it is in a list of unfinished work: `애로과제: 금형 수명`. */
  put: (key: string, values: FormValues, label: string) => Promise<void>;
  drop: (key: string) => Promise<void>;
};

/** How long after the last input a draft is written. */
export const draftDelay = 1000;

/** Drafts that last as long as the page. */
export const createMemoryDrafts = (): Drafts => {
  const kept = new Map<string, FormValues>();
  return {
    get: async (key) => kept.get(key) ?? null,
    put: async (key, values) => void kept.set(key, values),
    drop: async (key) => void kept.delete(key),
  };
};

const DraftsContext = createContext<Drafts>(createMemoryDrafts());

export const DraftsProvider = ({ drafts, children }: { drafts: Drafts; children: ReactNode }) => <DraftsContext value={drafts}>{children}</DraftsContext>;

export type DraftControls = {
  /** A draft from an earlier time that was neither continued nor thrown away yet. */
  found: FormValues | null;
  /** Notes that something was typed: written `draftDelay` ms after the last call. */
  touch: () => void;
  /** Writes at once what is waiting: on blur and when a composition ends. */
  flush: () => void;
  /** Hands over the found draft. */
  take: () => FormValues;
  /** Throws away the draft, found or being written. */
  drop: () => void;
};

/** Keeps `current()` (the unsaved values, null when there are none) under `key`. Without a key nothing is kept. */
export const useDraft = (key: string | null, label: string, current: () => FormValues | null): DraftControls => {
  const drafts = useContext(DraftsContext);
  const [found, setFound] = useState<FormValues | null>(null);
  const latest = useRef({ current, label, found, waiting: false, timer: 0 as unknown as ReturnType<typeof setTimeout> });
  latest.current.current = current;
  latest.current.label = label;
  latest.current.found = found;

  useEffect(() => {
    let gone = false;
    setFound(null);
    if (key !== null) drafts.get(key).then((values) => { if (!gone && values && !latest.current.waiting) setFound(values); }, () => undefined);
    return () => { gone = true; };
  }, [drafts, key]);

  const flush = useCallback(() => {
    const state = latest.current;
    if (!state.waiting || key === null) return;
    clearTimeout(state.timer);
    state.waiting = false;
    const values = state.current();
    // An unanswered older draft is carried along: typing must not overwrite what it holds.
    const write = values ? drafts.put(key, { ...state.found, ...values }, state.label) : state.found ? Promise.resolve() : drafts.drop(key);
    write.catch(() => { state.waiting = true; });
  }, [drafts, key]);

  const touch = useCallback(() => {
    latest.current.waiting = true;
    clearTimeout(latest.current.timer);
    latest.current.timer = setTimeout(flush, draftDelay);
  }, [flush]);

  const forget = useCallback(() => {
    clearTimeout(latest.current.timer);
    latest.current.waiting = false;
    latest.current.found = null;
    setFound(null);
    if (key !== null) drafts.drop(key).catch(() => undefined);
  }, [drafts, key]);

  const take = useCallback(() => {
    const values = latest.current.found ?? {};
    latest.current.found = null;
    setFound(null);
    return values;
  }, []);

  useEffect(() => {
    const save = () => flush();
    window.addEventListener('pagehide', save);
    return () => {
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [flush]);

  return useMemo(() => ({ found, touch, flush, take, drop: forget }), [found, touch, flush, take, forget]);
};

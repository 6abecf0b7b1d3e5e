/**
 * The window's one event stream. It names the tables that changed; queries whose key names one of them are asked
 * again, grids refresh, jobs move on. A lost stream is taken up again with a growing pause (0.5 s to 10 s).
 */
import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { ask } from './api.ts';
import type { Job } from './parts/layout/JobBar.tsx';

export type Changed = { type: 'changed'; action: number | null; tables: Readonly<Record<string, { ids: readonly string[]; fields: readonly string[] }>> };
type JobEvent = { type: 'job'; job: Job };
type Hello = { type: 'hello'; version: number };
export type LiveEvent = Changed | JobEvent | Hello;

type Listener = (event: LiveEvent) => void;
const listeners = new Set<Listener>();
const stateListeners = new Set<() => void>();
let connection: 'open' | 'lost' = 'open';

const setConnection = (next: typeof connection): void => {
  if (connection === next) return;
  connection = next;
  for (const listener of stateListeners) listener();
};

const isEvent = (value: unknown): value is LiveEvent =>
  typeof value === 'object' && value !== null && 'type' in value && (value.type === 'changed' || value.type === 'job' || value.type === 'hello');

/** Hands an event to everybody who listens; also for tests. */
export const announce = (event: LiveEvent): void => {
  for (const listener of listeners) listener(event);
};

const readLines = async (body: ReadableStream<Uint8Array>): Promise<void> => {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.trim() === '') continue;
      const event: unknown = JSON.parse(line);
      if (isEvent(event)) announce(event);
    }
  }
};

const pauses = [500, 1000, 2000, 5000, 10_000];

/** Starts the stream; returns what stops it. */
export const startLive = (queries: QueryClient): (() => void) => {
  const stop = new AbortController();
  let lost = 0;
  const requery = (event: LiveEvent) => {
    if (event.type !== 'changed') return;
    const tables = new Set(Object.keys(event.tables));
    void queries.invalidateQueries({ predicate: (query) => JSON.stringify(query.queryKey).match(/"[^"]+"/g)?.some((word) => tables.has(word.slice(1, -1))) === true });
  };
  listeners.add(requery);
  const run = async () => {
    while (!stop.signal.aborted) {
      try {
        const response = await ask('/events', { signal: stop.signal });
        if (!response.ok || !response.body) throw new Error(`/events answered ${response.status}`);
        // What happened while nobody listened is unknown: everything shown is asked again.
        if (lost > 0) void queries.invalidateQueries();
        lost = 0;
        setConnection('open');
        await readLines(response.body);
      } catch {
        if (stop.signal.aborted) return;
      }
      setConnection('lost');
      await new Promise((resolve) => setTimeout(resolve, pauses[Math.min(lost, pauses.length - 1)]));
      lost += 1;
    }
  };
  void run();
  return () => {
    listeners.delete(requery);
    stop.abort();
  };
};

/** Calls `then` when one of the tables changed, or any at all. */
export const useChanged = (tables: readonly string[] | 'any', then: (event: Changed) => void): void => {
  const latest = useRef(then);
  useEffect(() => { latest.current = then; });
  const key = tables === 'any' ? '' : tables.join(' ');
  useEffect(() => {
    const wanted = key === '' ? null : key.split(' ');
    const listen: Listener = (event) => {
      if (event.type === 'changed' && (wanted === null || wanted.some((table) => table in event.tables))) latest.current(event);
    };
    listeners.add(listen);
    return () => void listeners.delete(listen);
  }, [key]);
};

/** Calls `then` for every step of every job. */
export const useJobs = (then: (job: Job) => void): void => {
  const latest = useRef(then);
  useEffect(() => { latest.current = then; });
  useEffect(() => {
    const listen: Listener = (event) => { if (event.type === 'job') latest.current(event.job); };
    listeners.add(listen);
    return () => void listeners.delete(listen);
  }, []);
};

/** Whether the event stream stands. */
export const useConnection = (): 'open' | 'lost' =>
  useSyncExternalStore((changed) => { stateListeners.add(changed); return () => stateListeners.delete(changed); }, () => connection);

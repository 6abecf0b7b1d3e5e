/** Asks for a block of a list on the application thread, and has what a long list lacks built in the background: each part once, whoever waits for it. */
import type { AnsweredBlock, ListQuery } from '../list.ts';
import type { PackedBlock } from '../block.ts';
import type { ListRequest } from '../list-types.ts';
import { query } from '../query.ts';
import type { Readers } from '../readers.ts';
import type { Reader } from '../reader.ts';
import type { Change } from '../store.ts';
import { noteCommit } from './kept.ts';
import { keyOf, type Part } from './plan.ts';

/** Tells the thread of lists what was committed. */
export const listsChanged = query('lists.changed', (read: Reader, commit: { number: number; tables: Change['tables'] }) => { noteCommit(read, commit); return null; }, { lane: 'list' });

export type Lists = {
  /** A block; the first one of an indexed order comes before its total is known. */
  ask(list: ListQuery, request: ListRequest, signal?: AbortSignal): Promise<PackedBlock>;
  changed(commit: { number: number; tables: Change['tables'] }): void;
};

type Building = { done: Promise<unknown>; waiting: number; stop: AbortController };

/** How long the background waits before it works out an order nobody has asked for yet. */
const warmDelayMs = 1500;

export const createLists = (readers: Pick<Readers, 'run' | 'isIdle'>): Lists => {
  const building = new Map<string, Building>();
  const warmed = new Set<string>();

  const build = (list: ListQuery, part: Part): Building => {
    const key = `${list.name} ${keyOf(part)}`;
    const running = building.get(key);
    if (running) return running;
    const stop = new AbortController();
    const work = async (): Promise<void> => { await readers.run(list.keep, await readers.run(list.build, part, stop.signal)); };
    const made: Building = { done: work().finally(() => building.delete(key)), waiting: 0, stop };
    // Whoever waits is told; a build that nobody waits for may fail in silence, the next question starts it again.
    made.done.catch(() => undefined);
    building.set(key, made);
    return made;
  };

  /** Waits for parts; when the last one who waits goes away, a build that has not begun is given up. */
  const waitFor = async (list: ListQuery, parts: readonly Part[], signal?: AbortSignal): Promise<void> => {
    const all = parts.map((part) => build(list, part));
    for (const one of all) one.waiting += 1;
    const leave = (): void => {
      for (const one of all) {
        one.waiting -= 1;
        if (one.waiting === 0) one.stop.abort();
      }
    };
    signal?.addEventListener('abort', leave, { once: true });
    try {
      await Promise.all(all.map((one) => one.done));
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  };

  /** Orders people are likely to ask for next, one at a time and only while nothing else is being built. */
  const warm = async (list: ListQuery): Promise<void> => {
    for (const part of list.warm) {
      do await new Promise((resolve) => { setTimeout(resolve, warmDelayMs).unref(); });
      while (!readers.isIdle('build'));
      await waitFor(list, [part]).catch(() => undefined);
    }
  };

  const warmOnce = (list: ListQuery): void => {
    if (warmed.has(list.name)) return;
    warmed.add(list.name);
    void warm(list);
  };

  return {
    ask: async (list, request, signal) => {
      for (;;) {
        const { missing, ...answer }: AnsweredBlock = await readers.run(list, request, signal);
        if (!missing) return answer;
        warmOnce(list);
        const done = waitFor(list, missing, answer.cells.length > 0 ? undefined : signal);
        if (answer.cells.length > 0) {
          done.catch(() => undefined);
          return answer;
        }
        await done;
      }
    },
    changed: (commit) => { readers.run(listsChanged, commit).catch(() => undefined); },
  };
};

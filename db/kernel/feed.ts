/** The event stream: one per window, newline-delimited JSON. */
import type { JobReport } from './jobs.ts';
import type { Change } from './store.ts';

export type FeedEvent =
  | { type: 'hello' }
  | ({ type: 'changed' } & Change)
  | { type: 'job'; job: JobReport }
  /** Keeps a silent stream from looking dead. */
  | { type: 'beat' };

export type Feed = {
  send(event: FeedEvent): void;
  /** A stream that lives until its reader goes away. */
  open(signal: AbortSignal): ReadableStream<Uint8Array>;
  close(): void;
};

const beatMs = 20_000;

export const createFeed = (): Feed => {
  const windows = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const encoder = new TextEncoder();
  const tell = (window: ReadableStreamDefaultController<Uint8Array>, event: FeedEvent): void => {
    try {
      window.enqueue(encoder.encode(`${JSON.stringify(event)}\n`));
    } catch {
      // The reader has gone; a stream cannot be told otherwise.
      windows.delete(window);
    }
  };
  const send = (event: FeedEvent): void => { for (const window of windows) tell(window, event); };
  const beat = setInterval(() => send({ type: 'beat' }), beatMs);
  beat.unref();
  return {
    send,
    open: (signal) => {
      let mine: ReadableStreamDefaultController<Uint8Array> | undefined;
      const leave = (): void => { if (mine) windows.delete(mine); };
      return new ReadableStream<Uint8Array>({
        start: (controller) => {
          mine = controller;
          windows.add(controller);
          tell(controller, { type: 'hello' });
          signal.addEventListener('abort', leave, { once: true });
        },
        cancel: leave,
      });
    },
    close: () => {
      clearInterval(beat);
      for (const window of windows) window.close();
      windows.clear();
    },
  };
};

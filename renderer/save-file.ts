/** Downloads: a file of the application, handed to the browser with the name the application gave it. */
import { ask } from './api.ts';

const nameOf = (answer: Response): string => decodeURIComponent(/filename\*=UTF-8''(.+)$/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'download.csv');

/** Fetches a file of the application and hands it to the browser's download. @throws the application's refusal */
export const saveFile = async (path: string): Promise<void> => {
  const answer = await ask(path);
  if (!answer.ok) {
    const said: unknown = await answer.json().catch(() => null);
    throw Object.assign(new Error(`${path} answered ${answer.status}`), { data: said });
  }
  saveBlob(nameOf(answer), await answer.blob());
};

/** Hands what the page has made to the browser's download. */
export const saveBlob = (name: string, file: Blob): void => {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has taken its own hold of the data by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};

/**
 * Fetches a file that is still being written, telling after each piece how many lines have arrived.
 * @throws the application's refusal; an `AbortError` once `signal` is aborted, and nothing is saved then
 */
export const saveStream = async (path: string, { onLines, signal }: { onLines: (lines: number) => void; signal: AbortSignal }): Promise<void> => {
  const answer = await ask(path, { signal });
  if (!answer.ok || !answer.body) {
    const said: unknown = await answer.json().catch(() => null);
    throw Object.assign(new Error(`${path} answered ${answer.status}`), { data: said });
  }
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let lines = 0;
  const reader = answer.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    for (const byte of value) if (byte === 10) lines += 1;
    pieces.push(value);
    onLines(lines);
  }
  saveBlob(nameOf(answer), new Blob(pieces, { type: answer.headers.get('content-type') ?? 'text/csv' }));
};

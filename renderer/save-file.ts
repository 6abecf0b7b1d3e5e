/** Downloads: a file of the application, handed to the browser with the name the application gave it. */
import { ask } from './api.ts';

/** Fetches a file of the application and hands it to the browser's download. @throws the application's refusal */
export const saveFile = async (path: string): Promise<void> => {
  const answer = await ask(path);
  if (!answer.ok) {
    const said: unknown = await answer.json().catch(() => null);
    throw Object.assign(new Error(`${path} answered ${answer.status}`), { data: said });
  }
  const name = decodeURIComponent(/filename\*=UTF-8''(.+)$/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'download.csv');
  saveBlob(name, await answer.blob());
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
